import { refuse, type Refusal } from '../../refusal';
import { LISTED } from '../../storage/contest/board-store';

export const PAGE_ROWS = 20;

const PREFIX = 'board|';

const cursorOf = (offset: number): string => Buffer.from(`${PREFIX}${offset}`).toString('base64url');

const cursors = new Map(Array.from({ length: LISTED / PAGE_ROWS }, (_, page) => [cursorOf(page * PAGE_ROWS), page * PAGE_ROWS]));

/** From which row of the list a page starts; a cursor that no board gave is refused. */
export function pageOffset(cursor: string | undefined): number | Refusal {
  if (cursor === undefined) return 0;
  return cursors.get(cursor) ?? refuse('invalid_input', undefined, { cursor: '页码不正确，请回到第一页重新查看。' });
}

/**
 * Cuts a page out of the list.
 *
 * @param rows one more than a page if the list has so many
 */
export const boardPage = <Row>(rows: readonly Row[], offset: number): { rows: readonly Row[]; nextCursor: string | null } => ({
  rows: rows.slice(0, PAGE_ROWS),
  nextCursor: rows.length > PAGE_ROWS ? cursorOf(offset + PAGE_ROWS) : null,
});
