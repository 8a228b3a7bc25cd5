import { read, write } from './storage';

export interface Preference<Value> {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  /** Returns its own clean-up. */
  readonly onChange: (listener: () => void) => () => void;
}

/** What a person chose on this device; where storage is switched off, it lasts as long as the app is open. */
function preference<Value>(key: string, isValue: (value: unknown) => value is Value, unchosen: Value): Preference<Value> {
  let current: Value | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => {
      current ??= read(key, isValue) ?? unchosen;
      return current;
    },
    set: (value) => {
      current = value;
      write(key, value);
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** Whether 关怀版 is on. */
export const elder = preference('elder', isFlag, false);

export const textSizes = ['small', 'standard', 'large', 'largest'] as const;

export type TextSize = (typeof textSizes)[number];

const isTextSize = (value: unknown): value is TextSize => textSizes.some((size) => size === value);

/** How large the body of an article is, beside what 关怀版 makes of it; `.text-…` in the theme says how large that is. */
export const textSize = preference('text-size', isTextSize, 'standard');
