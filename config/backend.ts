/**
 * Where a build finds its backend. `npm start`'s address stands for a mini-program that was told of none: it has no
 * origin that it came from. One that calls a cloud function has HTTP beside it only where an address is given.
 */
export function backendOf(platform: string, { TARO_APP_API_ORIGIN: origin, TARO_APP_CLOUD_ENV: cloud = '' }: NodeJS.ProcessEnv): { readonly origin: string; readonly cloud: string } {
  return { origin: origin ?? (platform === 'weapp' && cloud === '' ? 'http://localhost:3000' : ''), cloud };
}
