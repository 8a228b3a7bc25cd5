export type AnyFunction = (...args: unknown[]) => unknown;

export const asFunction = (value: unknown): AnyFunction | undefined =>
  typeof value === 'function' ? (value as AnyFunction) : undefined;

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
