import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How WeChat behaves at one send. `lost` sends and breaks the connection before it answers, `dropped` breaks it without
 * having sent, `silent` sends and never answers; a number is the errcode it answers without sending.
 */
export type Behaviour = 'well' | 'lost' | 'dropped' | 'silent' | 'gateway' | number;

export interface Sent {
  readonly openid: string;
  readonly templateId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A WeChat that counts grants as the real one: one is one send, and without one it answers 43101. */
export interface Loopback {
  readonly base: string;
  /** The person taps 允许 once. */
  readonly grant: (openid: string, templateId: string) => void;
  /** Everybody takes back what they allowed. */
  readonly revoke: () => void;
  /** What the next sends meet; `well` once the list is empty. */
  readonly behaviours: Behaviour[];
  /** What reached people. */
  readonly sent: Sent[];
  /** Every send that arrived, whatever became of it. */
  readonly asked: Sent[];
  /** How often it was asked for a token. */
  readonly tokensAsked: () => number;
  /** The token given last is not valid any more. */
  readonly expireToken: () => void;
  /** What asking for a token meets: an errcode, or null when all is well. */
  tokenTrouble: number | null;
  readonly close: () => Promise<void>;
}

const read = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Record<string, unknown>;
};

type Reply = Readonly<Record<string, unknown>> | 'broken' | 'gateway' | 'none';

function reply(response: ServerResponse, words: Reply): void {
  if (words === 'broken') response.destroy();
  else if (words === 'gateway') response.writeHead(502).end('<html>');
  else if (words !== 'none') response.setHeader('Content-Type', 'application/json').end(JSON.stringify(words));
}

export async function startLoopback(): Promise<Loopback> {
  const grants = new Map<string, number>();
  let tokensAsked = 0;
  let valid = '';

  const token = (body: Readonly<Record<string, unknown>>): Reply => {
    tokensAsked += 1;
    if (loopback.tokenTrouble !== null) return { errcode: loopback.tokenTrouble, errmsg: 'trouble' };
    if (body.appid !== 'wx-app' || body.secret !== 'the-secret' || body.grant_type !== 'client_credential') return { errcode: 40125, errmsg: 'invalid appsecret' };
    // The same one while it is valid, as `stable_token` does.
    if (valid === '') valid = `token-${tokensAsked}`;
    return { access_token: valid, expires_in: 7200 };
  };

  const send = (shown: string | null, body: Readonly<Record<string, unknown>>): Reply => {
    if (shown !== valid) return { errcode: 42001, errmsg: 'access_token expired' };
    const message = { openid: String(body.touser), templateId: String(body.template_id), body };
    loopback.asked.push(message);
    const behaviour = loopback.behaviours.shift() ?? 'well';
    if (typeof behaviour === 'number') return { errcode: behaviour, errmsg: 'as told' };
    if (behaviour === 'dropped') return 'broken';
    if (behaviour === 'gateway') return 'gateway';
    const key = `${message.openid} ${message.templateId}`;
    const left = grants.get(key) ?? 0;
    if (left === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    grants.set(key, left - 1);
    loopback.sent.push(message);
    if (behaviour === 'lost') return 'broken';
    return behaviour === 'silent' ? 'none' : { errcode: 0, errmsg: 'ok' };
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://wechat');
    void read(request).then((body) => {
      reply(response, url.pathname === '/cgi-bin/stable_token' ? token(body) : send(url.searchParams.get('access_token'), body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const loopback: Loopback = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    grant: (openid, templateId) => {
      const key = `${openid} ${templateId}`;
      grants.set(key, (grants.get(key) ?? 0) + 1);
    },
    revoke: () => {
      grants.clear();
    },
    behaviours: [],
    sent: [],
    asked: [],
    tokensAsked: () => tokensAsked,
    expireToken: () => {
      valid = '';
    },
    tokenTrouble: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return loopback;
}
