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

/**
 * Begins the names of all that leaves this device with whoever used it: drafts, tickets, what was saved or looked for.
 * Drafts were the first, and phones hold some.
 */
export const PERSONAL_PREFIX = 'draft ';

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

/** The person is leaving this device, or another one takes it over. */
export function dropPersonal(): void {
  for (const name of kept()) if (name.startsWith(PERSONAL_PREFIX)) remove(name);
}
