import { readFileSync } from 'node:fs';
import { runScript } from '../../tests/support/processes/child';

/** When the server's clock starts, in the middle of the contest. */
export const STARTS_AT = '2017-09-10T09:00:00+08:00';
/** Connections to PostgreSQL, as configured by default. */
export const POOL = 10;

export interface ServerProcess {
  readonly port: number;
  /** Resident memory in megabytes: now, and the most so far. */
  readonly memory: () => { readonly now: number; readonly most: number };
  /** Seconds of CPU time so far. */
  readonly cpu: () => number;
  readonly stop: () => Promise<void>;
}

/** The server in a process of its own, as `npm start` runs it. */
export async function startServer(url: string): Promise<ServerProcess> {
  const server = runScript('server/entries/node-main.ts', { DATABASE_URL: url, DATABASE_POOL: String(POOL), PORT: '0', CAMPAIGN_NOW: STARTS_AT, DEMO: '1' });
  const [, port = ''] = await server.says(/http:\/\/localhost:(\d+)\//);
  const { pid = 0 } = server.process;
  return {
    port: Number(port),
    memory: () => ({ now: statusOf(pid, 'VmRSS'), most: statusOf(pid, 'VmHWM') }),
    cpu: () => cpuSeconds(pid),
    stop: async () => {
      server.kill('SIGTERM');
      await server.ended;
    },
  };
}

const statusOf = (pid: number, name: string): number => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

const TICKS_A_SECOND = 100;

/** Of user and system, all threads. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
