export type AnyFunction = (...args: unknown[]) => unknown;

export const asFunction = (value: unknown): AnyFunction | undefined =>
  typeof value === 'function' ? (value as AnyFunction) : undefined;

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An attribute's value as a word. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** JSON has no word for `undefined`, functions and symbols, whatever TypeScript says. */
export const toJson = (value: unknown): string | undefined => JSON.stringify(value);
