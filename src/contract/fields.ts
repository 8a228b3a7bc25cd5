import * as v from 'valibot';

// What no person types and no screen shows: control characters, zero-width and direction marks, lone surrogates.
// With the u flag a surrogate matches only when it is alone; a look-behind would not parse on iOS before 16.4.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/u;
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
    v.check((value) => value.length <= 20_000, `${label}最多 ${max} 个字。`),
    v.transform(tidy),
    v.check((value) => !INVISIBLE.test(value), `${label}里有看不见的特殊字符，请删去后重新填写。`),
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
