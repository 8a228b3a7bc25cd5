import { slotKey } from '../../src/domain/visit-plan/slots';
import type { Slot } from '../../src/domain/visit-plan/types';

/** How many rows a page has. */
export const PAGE_SIZE = 10;

/** Where a page starts: after the row with this sort value and this id. */
export interface Position<Sort> {
  readonly sort: Sort;
  readonly id: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CONTENT_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// Every row's number up to here is exact in JavaScript.
const SERIAL_NUMBER = /^[1-9]\d{0,14}$/;
const ENTRANT_CODE = /^[0-9a-f]{16}$/;
const SEPARATOR = '|';

// JavaScript knows more years than PostgreSQL.
const HAS_PLAIN_YEAR = /^(?!0000)\d{4}-/;

function instant(text: string): Date | null {
  if (!HAS_PLAIN_YEAR.test(text)) return null;
  const value = new Date(text);
  return !Number.isNaN(value.getTime()) && value.toISOString() === text ? value : null;
}

function date(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && instant(`${text}T00:00:00.000Z`) ? text : null;
}

function halfDay(text: string): Slot | null {
  const [day = '', half, ...rest] = text.split(' ');
  return date(day) !== null && (half === 'am' || half === 'pm') && rest.length === 0 ? { date: day, half } : null;
}

/** How positions of one kind of list are written and read. */
export interface CursorKind<Sort> {
  readonly read: (text: string) => Sort | null;
  readonly write: (sort: Sort) => string;
  readonly id: RegExp;
}

/** The parts of an article that are searched, in the order in which their hits come. */
export const searchedParts = ['title', 'text', 'body'] as const;
export type SearchedPart = (typeof searchedParts)[number];

/** Where in the order a hit stands: part by part, each from the newest. */
export interface HitSort {
  readonly part: SearchedPart;
  readonly on: string;
}

/** Such as `title 2017-09-07`. */
function hit(text: string): HitSort | null {
  const [name, day = '', ...rest] = text.split(' ');
  const part = searchedParts.find((known) => known === name);
  return part !== undefined && date(day) !== null && rest.length === 0 ? { part, on: day } : null;
}

const kind = <Sort>(read: CursorKind<Sort>['read'], write: CursorKind<Sort>['write'], id: RegExp): CursorKind<Sort> => ({ read, write, id });
const isoInstant = (value: Date): string => value.toISOString();
const asIs = (value: string): string => value;
/** `rank` is an integer of at most four digits. */
export interface RankedDate {
  readonly rank: number;
  readonly date: string;
}

function rankedDate(text: string): RankedDate | null {
  const [rank = '', day = '', ...rest] = text.split(' ');
  return /^-?\d{1,4}$/.test(rank) && date(day) !== null && rest.length === 0 ? { rank: Number(rank), date: day } : null;
}

const nothing = (text: string): string | null => (text === '' ? text : null);

/** What a list is ordered by. Each refuses the others' cursors as far as they differ in form. */
export const cursorKinds = {
  dateAndContentId: kind(date, asIs, CONTENT_ID),
  dateAndRecordId: kind(date, asIs, UUID),
  hitAndContentId: kind(hit, ({ part, on }) => `${part} ${on}`, CONTENT_ID),
  halfDayAndRecordId: kind(halfDay, slotKey, UUID),
  instantAndContentId: kind(instant, isoInstant, CONTENT_ID),
  instantAndRecordId: kind(instant, isoInstant, UUID),
  rankedDateAndContentId: kind(rankedDate, ({ rank, date: day }) => `${rank} ${day}`, CONTENT_ID),
  serialNumber: kind(nothing, asIs, SERIAL_NUMBER),
  entrantCode: kind(nothing, asIs, ENTRANT_CODE),
} as const;

/**
 * Reads a cursor that a client sent back; null when it was not made by `pageOf` for a list of this kind. What it
 * says is checked, since it goes into a query as a date or a UUID.
 */
export function readCursor<Sort>({ read, id }: CursorKind<Sort>, cursor: string): Position<Sort> | null {
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split(SEPARATOR);
  const [sortText = '', idText = ''] = parts;
  const sort = read(sortText);
  return parts.length === 2 && sort !== null && id.test(idText) ? { sort, id: idText } : null;
}

/**
 * Cuts a page out of the rows of a query.
 *
 * @param rows one more than a page if there are so many, which tells that another page follows
 */
export function pageOf<Row, Sort>({ write }: CursorKind<Sort>, rows: readonly Row[], positionOf: (row: Row) => Position<Sort>, size = PAGE_SIZE): Page<Row> {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  if (!last || rows.length <= size) return { rows: page, nextCursor: null };
  const { sort, id } = positionOf(last);
  return { rows: page, nextCursor: Buffer.from(`${write(sort)}${SEPARATOR}${id}`).toString('base64url') };
}
