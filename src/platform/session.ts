import Taro from '@tarojs/taro';
import type { SessionView } from '../contract/session';
import type { Reply } from '../contract/errors';
import { isH5 } from './environment';
import { read, remove, write } from './storage';
import { transport } from './transport';

const KEY = 'session';

const isToken = (value: unknown): value is string => typeof value === 'string' && value !== '';

// Where storage is full or switched off, a session lasts as long as the app is open.
let unkept: string | null = null;

export const currentToken = (): string | null => unkept ?? read(KEY, isToken);

export function forgetSession(): void {
  unkept = null;
  remove(KEY);
}

export function keepSession({ token }: SessionView): void {
  unkept = write(KEY, token) ? null : token;
}

async function credentials(): Promise<{ action: string; input: unknown }> {
  if (isH5) return { action: 'session.guest', input: {} };
  const { code } = await Taro.login();
  return { action: 'session.wechat', input: { code } };
}

let underWay: Promise<Reply<SessionView>> | null = null;

async function signInOnce(): Promise<Reply<SessionView>> {
  forgetSession();
  const { action, input } = await credentials();
  const reply = (await transport({ action, input, token: null, key: null })) as Reply<SessionView>;
  if (reply.ok) keepSession(reply.data);
  return reply;
}

/** Signs in without asking anything; calls that need it at the same moment share one sign-in. */
export function signIn(): Promise<Reply<SessionView>> {
  underWay ??= signInOnce().finally(() => {
    underWay = null;
  });
  return underWay;
}
