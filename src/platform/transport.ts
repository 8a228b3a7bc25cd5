import Taro from '@tarojs/taro';
import { apiOrigin, cloudEnvironment } from './environment';

export interface Call {
  readonly action: string;
  readonly input: unknown;
  readonly token: string | null;
  readonly key: string | null;
}

const TIMEOUT_MS = 15_000;

/** Carries one call to the backend and brings back its JSON body; throws when the network did not. */
export type Transport = (call: Call) => Promise<unknown>;

const overHttp: Transport = async ({ action, input, token, key }) => {
  const { data } = await Taro.request<unknown>({
    url: `${apiOrigin}/api/${action}`,
    method: 'POST',
    data: JSON.stringify(input),
    timeout: TIMEOUT_MS,
    header: {
      'Content-Type': 'application/json',
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(key === null ? {} : { 'Idempotency-Key': key }),
    },
  });
  return data;
};

let cloudReady = false;

// WeChat vouches for the caller inside a cloud function, so no token travels here.
const overCloud: Transport = async ({ action, input, key }) => {
  if (!cloudReady) {
    Taro.cloud.init({ env: cloudEnvironment });
    cloudReady = true;
  }
  const { result } = await Taro.cloud.callFunction({
    name: 'api',
    data: { action, input, ...(key === null ? {} : { idempotencyKey: key }) },
  });
  return result;
};

export const transport: Transport = cloudEnvironment === '' ? overHttp : overCloud;
