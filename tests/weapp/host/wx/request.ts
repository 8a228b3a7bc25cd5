import { asFunction, asRecord, text } from '../values';
import { ApiFailure, deliver, type ApiTable, type Options, type WxHost } from './api';

export type FetchLike = (request: Request) => Promise<Response>;

/** WeChat runs at most this many requests at once; the rest wait. */
const CONCURRENT_REQUESTS = 10;

export interface Network {
  type: string;
}

/** In milliseconds; the host's clock measures it, so a test passes it with `advance`. */
const DEFAULT_TIMEOUT = 60_000;

const timeoutOf = ({ timeout }: Options): number => (typeof timeout === 'number' && timeout > 0 ? timeout : DEFAULT_TIMEOUT);

/** `wx.request` over a handed-in fetch, so that a test can answer from the project's own server in this process. */
export function requestApis(host: WxHost, fetchLike: FetchLike, network: Network): ApiTable {
  let running = 0;
  const waiting: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (running >= CONCURRENT_REQUESTS) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  };
  const leave = (): void => {
    running -= 1;
    waiting.shift()?.();
  };

  const isAborted = (signal: AbortSignal): boolean => signal.aborted;

  const send = async (options: Options, signal: AbortSignal): Promise<unknown> => {
    const request = buildRequest(options);
    await enter();
    try {
      if (isAborted(signal)) throw new ApiFailure('abort');
      if (network.type === 'none') throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600003 });
      const response = await reach(fetchLike, request);
      return await readResponse(response, options);
    } finally {
      leave();
    }
  };

  return {
    request: (options: Options = {}) => {
      const control = new AbortController();
      const abortion = new Promise<never>((_resolve, reject) => {
        control.signal.addEventListener('abort', () => {
          reject(control.signal.reason as ApiFailure);
        });
      });
      const timer = host.clock.setTimeout(() => {
        control.abort(new ApiFailure('timeout', { errno: 5 }));
      }, timeoutOf(options));
      const outcome = Promise.race([send(options, control.signal), abortion]).finally(() => {
        host.clock.clear(timer);
      });
      const result = deliver(host, 'request', options, outcome);
      const task = {
        abort: () => {
          control.abort(new ApiFailure('abort', { errno: 600007 }));
        },
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
        onChunkReceived: () => undefined,
        offChunkReceived: () => undefined,
      };
      return result === undefined ? task : Object.assign(result as object, task);
    },
  };
}

async function reach(fetchLike: FetchLike, request: Request): Promise<Response> {
  try {
    return await fetchLike(request);
  } catch (error) {
    if (error instanceof ApiFailure) throw error;
    throw new ApiFailure(error instanceof Error ? error.message : String(error), { errno: 600001 });
  }
}

function buildRequest(options: Options): Request {
  const url = text(options.url);
  if (!/^https?:\/\//.test(url)) throw new ApiFailure(`invalid url "${url}"`);
  const method = text(options.method).toUpperCase() || 'GET';
  const headers = new Headers(asRecord(options.header) as Record<string, string>);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  if (method === 'GET' || method === 'HEAD') return new Request(withQuery(url, options.data), { method, headers });
  return new Request(url, { method, headers, body: encodeBody(options.data, headers.get('content-type') ?? '') });
}

const toQuery = (data: unknown): string =>
  Object.entries(asRecord(data))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');

/** WeChat adds an object given as the data of a GET to the query. */
function withQuery(url: string, data: unknown): string {
  const query = toQuery(data);
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function encodeBody(data: unknown, contentType: string): string | null {
  if (data === undefined || data === null) return null;
  if (typeof data === 'string') return data;
  return contentType.includes('x-www-form-urlencoded') ? toQuery(data) : JSON.stringify(data);
}

/** Any status is a success to WeChat; only a request that got no answer fails. */
async function readResponse(response: Response, options: Options): Promise<unknown> {
  const body = await response.text();
  const isJson = options.dataType === undefined || options.dataType === 'json';
  return {
    data: isJson && options.responseType !== 'arraybuffer' ? parseOrKeep(body) : body,
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie(),
  };
}

function parseOrKeep(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

export type CloudFunction = (name: string, data: unknown) => Promise<unknown>;

/** `wx.cloud`, as far as calling functions goes. Without a handed-in function every call fails, as without a cloud. */
export function cloudApi(host: WxHost, cloudFunction: CloudFunction | undefined, record: (options: Options) => void) {
  return {
    init: (options: Options = {}) => record({ ...options, api: 'init' }),
    callFunction: (options: Options = {}) => {
      record(options);
      const run = async () => {
        if (!cloudFunction) throw new ApiFailure('Cloud API isn’t enabled, please call init first');
        return { result: await cloudFunction(text(options.name), options.data) };
      };
      const hasCallbacks = asFunction(options.success) ?? asFunction(options.fail) ?? asFunction(options.complete);
      return deliver(host, 'cloud.callFunction', hasCallbacks ? options : {}, run());
    },
  };
}
