import Taro from '@tarojs/taro';

/**
 * What this device keeps. Storage may be full, switched off (private browsing) or hold something older than the
 * code, so reading answers null rather than throwing; `write` says whether it was kept.
 */
export function read<Value>(key: string, isValue: (value: unknown) => value is Value): Value | null {
  try {
    const value: unknown = Taro.getStorageSync(key);
    return isValue(value) ? value : null;
  } catch {
    return null;
  }
}

export function write(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

/** The names of all that is kept. */
export function kept(): readonly string[] {
  try {
    return Taro.getStorageInfoSync().keys;
  } catch {
    return [];
  }
}

export function remove(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Nothing to do: what cannot be removed cannot be read either.
  }
}
