import { chinaIso } from '../../src/domain/china-time';
import { ConfigurationError, readConfiguration } from '../application/configuration';
import { FolderInUse } from '../storage/engine/embedded-lock';
import { PortTaken } from './http-server';
import { startNode, type RunningServer } from './node';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

/** Runs the server until a signal ends the process; an expected trouble ends it with a sentence and exit code 1. */
export async function runNode(): Promise<void> {
  try {
    const configuration = readConfiguration(process.env);
    say('Opening the database …');
    const server = await startNode(configuration);
    closeOnSignals(server);
    say(announcement(server));
  } catch (error) {
    complain(isExpected(error) ? error.message : detailOf(error));
    process.exit(1);
  }
}

const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigurationError || error instanceof PortTaken || error instanceof FolderInUse;

const detailOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const announcement = ({ url, application: { campaign, clock, personas } }: RunningServer): string =>
  [
    '',
    campaign.name,
    `  ${url}`,
    `  clock: ${chinaIso(clock.now())}${clock.demo ? ' (demo)' : ''}`,
    ...(personas ? [`  demo personas: ${personas.map(({ id, name }) => `${name} (${id})`).join(', ')}`] : []),
    '  Stop with Ctrl-C.',
  ].join('\n');

/** The first signal closes in order; a second one does not wait. */
function closeOnSignals(server: RunningServer): void {
  let closing = false;
  const onSignal = () => {
    if (closing) process.exit(130);
    closing = true;
    say('\nClosing …');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(detailOf(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

if (require.main === module) void runNode();
