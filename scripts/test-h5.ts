import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium';

// The browser tests: says what is missing, builds H5 when there is no build, then runs Jest's h5 project.

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

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('dist/h5/index.html')) run('npm', ['run', 'build:h5']);
run('npm', ['run', 'jest', '--', '--selectProjects', 'h5', '--runInBand', ...process.argv.slice(2)]);
