// What no person types and no screen shows: control characters, zero-width and direction marks, lone surrogates.
// With the u flag a surrogate matches only when it is alone; a look-behind would not parse on iOS before 16.4.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/u;

/** Where in a text the first character is that nobody can see, as an index of UTF-16; -1 for none. Tabs and line breaks are no such. */
export const invisibleAt = (text: string): number => text.search(INVISIBLE);

/** The same text without what nobody can see. */
export const withoutInvisible = (text: string): string => text.replace(new RegExp(INVISIBLE, 'gu'), '');
