import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One keep-alive connection that sends one call after another; plain, so that the load costs little beside the server. */
export interface Line {
  readonly call: (action: string, token: string, input: string) => Promise<Answer>;
  readonly close: () => void;
}

export async function openLine(port: number): Promise<Line> {
  const socket = await opened(port);
  let text = '';
  let waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined;
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
    const answer = wholeAnswer(text);
    if (!answer) return;
    text = '';
    waiting?.resolve(answer);
  });
  socket.on('close', () => waiting?.reject(new Error('The server closed the connection.')));
  return {
    call: (action, token, input) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) reject(new Error('The server has closed the connection.'));
        waiting = { resolve, reject };
        socket.write(
          `POST /api/${action} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(input)}\r\n\r\n${input}`,
        );
      }),
    close: () => {
      waiting = undefined;
      socket.destroy();
    },
  };
}

function opened(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

function wholeAnswer(text: string): Answer | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  const body = text.slice(end + 4);
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  const whole = length === undefined ? body.endsWith('0\r\n\r\n') : Buffer.byteLength(body) >= Number(length);
  return whole ? { status: Number(head.slice(9, 12)), body } : undefined;
}
