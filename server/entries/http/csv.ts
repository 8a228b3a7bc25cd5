// What a spreadsheet takes for the beginning of a formula. https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
const BYTE_ORDER_MARK = '\ufeff';

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV (RFC 4180), with the byte order mark by which Excel tells UTF-8. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it.
 */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string => BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
