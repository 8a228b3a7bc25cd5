import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration } from '../server/configuration';
import { PortTaken } from '../server/entries/http-server';
import { startNode, type RunningServer } from '../server/entries/node';
import { FolderInUse } from '../server/storage/embedded-lock';
import { chinaIso } from '../src/domain/china-time';

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  buildSiteIfMissing();
  console.log('Opening the database …');
  const server = await startNode(configuration);
  closeOnSignals(server);
  announce(server);
}

function buildSiteIfMissing(): void {
  if (existsSync(join('dist', 'h5', 'index.html'))) return;
  console.log('Building the H5 site, once …');
  const { status } = spawnSync('npm', ['run', 'build:h5'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The H5 site could not be built.');
}

function announce({ url, application: { campaign, clock, personas } }: RunningServer): void {
  console.log(`\n${campaign.name}\n  ${url}`);
  console.log(`  clock: ${chinaIso(clock.now())}${clock.demo ? ' (demo)' : ''}`);
  if (personas) console.log(`  demo personas: ${personas.map(({ id, name }) => `${name} (${id})`).join(', ')}`);
  console.log('  Stop with Ctrl-C.');
}

/** The first signal closes in order; a second one does not wait. */
function closeOnSignals(server: RunningServer): void {
  let closing = false;
  const onSignal = () => {
    if (closing) process.exit(130);
    closing = true;
    console.log('\nClosing …');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigurationError || error instanceof PortTaken || error instanceof FolderInUse;

start().catch((error: unknown) => {
  console.error(isExpected(error) ? error.message : error);
  process.exit(1);
});
