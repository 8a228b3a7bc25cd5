const RECORD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The record that a change is about: the one it was called with (`id`, `requestId`), or else the one it made. Null
 * where neither names a record, as for a change of one's own settings.
 */
export const recordOf = (input: unknown, answer: unknown): string | null =>
  recordIdIn(input, 'id') ?? recordIdIn(input, 'requestId') ?? recordIdIn(answer, 'id');

function recordIdIn(value: unknown, key: string): string | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' && RECORD_ID.test(found) ? found : null;
}
