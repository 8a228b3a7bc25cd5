import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

// Longer than any call should take; after it, whoever still waits is cut off.
const FINISH_WITHIN = 10_000;
// An idle connection. Longer than a proxy keeps its own (nginx: 60 seconds), or it would send a call into one that has just been closed;
// and whoever thinks about a question for half a minute need not connect anew.
const KEPT_FOR = 65_000;
// A contest opens, and thousands connect in the same seconds; the system may lower it.
const WAITING_AT_MOST = 4_096;

/** The port is taken by another program. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use by another program. Stop it, or set PORT to another number.`);
    this.name = 'PortTaken';
  }
}

export interface Listening {
  readonly port: number;
  /** Lets no new request in and waits for those under way, ten seconds at most. */
  readonly stop: () => Promise<void>;
}

/** @throws PortTaken */
export function listen(fetch: (request: Request) => Response | Promise<Response>, { port, host }: { port: number; host: string }): Promise<Listening> {
  const answer = getRequestListener(fetch);
  const server = createServer({ keepAliveTimeout: KEPT_FOR }, (request, response) => void answer(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    });
    server.listen({ port, host, backlog: WAITING_AT_MOST }, () => {
      resolve({ port: (server.address() as AddressInfo).port, stop: () => stop(server) });
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => {
      server.closeAllConnections();
    }, FINISH_WITHIN);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
  });
}
