import * as v from 'valibot';
import { invisibleAt } from '../domain/invisible';

// The joiner U+200D is let through, emoji need it; alone it is nothing to see.
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const LINE_BREAKS = /[\t\n\r]/;

const tidy = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
const characters = (text: string): number => Array.from(text).length;

interface TextLimits {
  readonly min?: number;
  readonly max: number;
  readonly lines?: 'one' | 'many';
}

/**
 * A text that a person typed: trimmed, normalised to NFC, counted in characters (an emoji is one), without
 * invisible characters. `label` opens each message, so that it can be read without the field beside it.
 */
export const text = (label: string, { min = 1, max, lines = 'one' }: TextLimits) =>
  v.pipe(
    v.string(`请填写${label}。`),
    // Bounds the work done on what will be refused anyway.
    v.check((value) => value.length <= Math.max(20_000, 2 * max), `${label}最多 ${max} 个字。`),
    v.transform(tidy),
    v.check((value) => invisibleAt(value) < 0, `${label}里有看不见的特殊字符，请删去后重新填写。`),
    v.check((value) => lines === 'many' || !LINE_BREAKS.test(value), `${label}请写在一行内。`),
    v.check((value) => VISIBLE.test(value) || min === 0, `请填写${label}。`),
    v.check((value) => characters(value) >= min || characters(value) === 0, `${label}至少 ${min} 个字。`),
    v.check((value) => characters(value) <= max, `${label}最多 ${max} 个字。`),
    v.description(`${min} to ${max} characters after trimming${lines === 'one' ? ', on one line' : ''}`),
  );

/** An id of campaign content: kebab-case, as in the campaign's files. */
export const contentId = (label: string) =>
  v.pipe(v.string(`请选择${label}。`), v.maxLength(80, `${label}不正确。`), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, `请选择${label}。`));

/** An id that the server gave (UUID). */
export const recordId = v.pipe(v.string('编号不正确。'), v.maxLength(36, '编号不正确。'), v.uuid('编号不正确。'));

/** Where the next page starts; opaque to the client. */
export const cursor = v.optional(
  v.pipe(v.string('页码不正确。'), v.maxLength(200, '页码不正确。'), v.regex(/^[A-Za-z0-9_-]+$/, '页码不正确。')),
);

/** A calendar date in China, `2017-09-07`; that it exists is checked, so 02-30 is refused. */
export const calendarDate = (label: string) =>
  v.pipe(
    v.string(`请选择${label}。`),
    // Neither PostgreSQL nor dayjs knows the first centuries as JavaScript does.
    v.regex(/^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/, `${label}请写成 2017-09-07 这样的日期。`),
    v.check((value) => {
      const date = new Date(`${value}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
    }, `${label}不是一个存在的日期。`),
  );

/** Guards a change against acting on what somebody else has changed meanwhile. */
export const version = v.pipe(v.number('版本号不正确。'), v.integer('版本号不正确。'), v.minValue(1, '版本号不正确。'), v.maxValue(1_000_000, '版本号不正确。'));

const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** An instant as ISO 8601 with its offset, `2017-09-07T14:00:00+08:00`; the output is the same one in UTC, to the millisecond. */
export const instant = (label: string) =>
  v.pipe(
    v.string(`请选择${label}。`),
    v.regex(INSTANT, `请选择${label}。`),
    v.check((value) => v.is(calendarDate(label), value.slice(0, 10)), `${label}不是一个存在的时间。`),
    v.transform((value) => new Date(value).toISOString()),
  );

/** Words, not only emoji or punctuation. */
export const wordsOf = (label: string, limits: Parameters<typeof text>[1]) =>
  v.pipe(
    text(label, limits),
    v.check((value) => value === '' || /[\p{L}\p{N}]/u.test(value), `${label}请用文字写清楚，不能只有表情或符号。`),
  );

export const count = (label: string, least: number, most: number) =>
  v.pipe(
    v.number(`请填写${label}。`),
    v.integer(`${label}请填写整数。`),
    v.minValue(least, `${label}至少为 ${least}。`),
    v.maxValue(most, `${label}最多为 ${most}。`),
  );
