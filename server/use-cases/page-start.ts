import { refuse, type Refusal } from '../refusal';
import { readCursor, type CursorKind, type Position } from '../storage/cursor';

/** Where a list goes on: null for its beginning; a cursor that is not this list's is refused. */
export function pageStart<Sort>(kind: CursorKind<Sort>, cursor: string | undefined): Position<Sort> | null | Refusal {
  if (cursor === undefined) return null;
  return readCursor(kind, cursor) ?? refuse('invalid_input', undefined, { cursor: '页码不正确，请回到第一页重新查看。' });
}
