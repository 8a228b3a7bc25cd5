import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium';
import { buildSite } from './site';

// The browser tests: says what is missing, builds H5 unless it is up to date, then runs Jest's h5 project.

if (findChromium() === null) {
  console.error(
    [
      'The browser tests need Chromium and a Chinese font, for instance on Debian or Ubuntu:',
      '  apt-get install chromium fonts-noto-cjk',
      'A browser elsewhere can be named with CHROMIUM_PATH.',
    ].join('\n'),
  );
  process.exit(1);
}

if (!buildSite()) process.exit(1);
process.exit(spawnSync('npm', ['run', 'jest', '--', '--selectProjects', 'h5', '--runInBand', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
