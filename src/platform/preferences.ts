import { read, write } from './storage';

const KEY = 'elder';

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

let elder: boolean | null = null;
const listeners = new Set<() => void>();

/** Whether 关怀版 is on; remembered on this device. */
export function isElder(): boolean {
  elder ??= read(KEY, isFlag) ?? false;
  return elder;
}

export function setElder(on: boolean): void {
  elder = on;
  write(KEY, on);
  for (const listener of listeners) listener();
}

/** Returns its own clean-up. */
export function onElderChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
