/** Build-time facts; the bundler replaces each expression, so the other platform's branch is cut away. */
export const isH5 = process.env.TARO_ENV === 'h5';

/** Where HTTP reaches the backend: empty on H5 (same origin) and for a mini-program that knows its cloud function alone. */
export const apiOrigin: string = process.env.TARO_APP_API_ORIGIN ?? '';

/** Of an address that the backend gave without an origin, the one that this client reaches it by; without `apiOrigin` a mini-program has none. */
export const reachable = (url: string): string => (url.startsWith('/') ? `${apiOrigin}${url}` : url);

/** A CloudBase environment: when set, the mini-program calls its cloud function instead of HTTP. */
export const cloudEnvironment: string = process.env.TARO_APP_CLOUD_ENV ?? '';
