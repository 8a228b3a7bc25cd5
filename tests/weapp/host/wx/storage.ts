import { ApiFailure, asyncApi, type ApiTable, type Options, type WxHost } from './api';
import { text } from '../values';

const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** WeChat's key-value store: values keep their type by way of JSON; a missing key reads as the empty string. */
export class Storage {
  private readonly entries = new Map<string, string>();

  constructor(initial: Readonly<Record<string, unknown>> = {}) {
    for (const [key, value] of Object.entries(initial)) this.set(key, value);
  }

  set(key: string, value: unknown): void {
    const json = JSON.stringify(value ?? '');
    const size = Buffer.byteLength(json);
    if (size > KEY_LIMIT) throw new ApiFailure('entry size limit reached');
    const others = this.bytes() - Buffer.byteLength(this.entries.get(key) ?? '');
    if (others + size > TOTAL_LIMIT) throw new ApiFailure('exceed storage max size 10Mb');
    this.entries.set(key, json);
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  get(key: string): unknown {
    const json = this.entries.get(key);
    return json === undefined ? '' : (JSON.parse(json) as unknown);
  }

  remove(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  info() {
    return { keys: [...this.entries.keys()], currentSize: Math.ceil(this.bytes() / 1024), limitSize: 10240 };
  }

  snapshot(): Record<string, unknown> {
    return Object.fromEntries([...this.entries.keys()].map((key) => [key, this.get(key)]));
  }

  private bytes(): number {
    return [...this.entries.values()].reduce((sum, json) => sum + Buffer.byteLength(json), 0);
  }
}

export function storageApis(host: WxHost, storage: Storage): ApiTable {
  /** The synchronous twins throw what the others hand to `fail`. */
  const orThrow = <R>(name: string, run: () => R): R => {
    try {
      return run();
    } catch (error) {
      throw error instanceof ApiFailure ? new Error(`${name}:fail ${error.reason}`) : error;
    }
  };
  const find = ({ key }: Options) => {
    if (!storage.has(text(key))) throw new ApiFailure('data not found');
    return { data: storage.get(text(key)) };
  };
  return {
    setStorageSync: (key: string, value: unknown) => orThrow('setStorageSync', () => storage.set(key, value)),
    getStorageSync: (key: string) => host.realm.adopt(storage.get(key)),
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => host.realm.adopt(storage.info()),
    setStorage: asyncApi(host, 'setStorage', ({ key, data }) => storage.set(text(key), data)),
    getStorage: asyncApi(host, 'getStorage', find),
    removeStorage: asyncApi(host, 'removeStorage', ({ key }) => storage.remove(text(key))),
    clearStorage: asyncApi(host, 'clearStorage', () => storage.clear()),
    getStorageInfo: asyncApi(host, 'getStorageInfo', () => storage.info()),
  };
}
