import type { PlatformIdentity } from '../dispatch/call';

type Environment = Record<string, string | undefined>;

const OPENID = /^[\w-]{1,128}$/;

/**
 * Who calls a cloud function, as the platform says it: `wx-server-sdk`'s `getWXContext()` reads nothing but these
 * variables, newer runtimes also hand them over in `context.environment`. The payload is never asked.
 *
 * Must run before the first `await`, and takes the caller out of `environment`: an instance is used again, and a
 * later call without a WeChat caller must not find the one before.
 */
export function takeCloudIdentity(context: unknown, environment: Environment): PlatformIdentity | undefined {
  const openid = fromContext(context) ?? environment.WX_OPENID;
  delete environment.WX_OPENID;
  return openid !== undefined && OPENID.test(openid) ? { provider: 'wechat', subject: openid } : undefined;
}

function fromContext(context: unknown): string | undefined {
  const text = textIn(context, 'environment');
  if (text === undefined) return undefined;
  try {
    return textIn(JSON.parse(text), 'WX_OPENID');
  } catch {
    return undefined;
  }
}

function textIn(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}
