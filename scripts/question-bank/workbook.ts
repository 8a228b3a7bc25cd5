import { strFromU8, unzipSync } from 'fflate';
// Of the library's entries the one that unpacks as `unzipSync` does below: what the zip's directory says, no more.
import { readSheet } from 'read-excel-file/universal';
import writeWorkbook, { type Cell } from 'write-excel-file/node';

/** Why a file is not read as a workbook, said to whoever made it. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';
}

const MEGABYTE = 1024 * 1024;
export const mostBytes = 5 * MEGABYTE;
const MOST_UNPACKED_BYTES = 50 * MEGABYTE;
/** Below the row of headings. */
export const mostRows = 5_000;
const MOST_COLUMN_LETTERS = 2;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length > mostBytes) throw new WorkbookRefused(`The file is larger than ${mostBytes / MEGABYTE} MB.`);
  if (beginsWith(bytes, COMPOUND_FILE)) {
    throw new WorkbookRefused('The file is an old .xls workbook or has a password. Save it in Excel as .xlsx, without a password.');
  }
  if (!beginsWith(bytes, ZIP)) throw new WorkbookRefused('The file is not an .xlsx workbook, whatever its name says.');
}

/** The XML inside; refused before it is unpacked when the zip's directory says that it is too much. */
function unpack(bytes: Uint8Array): string[] {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      size += originalSize;
      if (size > MOST_UNPACKED_BYTES) throw new WorkbookRefused(`The file unpacks to more than ${MOST_UNPACKED_BYTES / MEGABYTE} MB.`);
      return name.endsWith('.xml');
    },
  });
  return Object.values(parts).map((part) => strFromU8(part));
}

/** A cell far out makes the library fill everything before it. */
function refuseFarCells(xml: string): void {
  for (const [, letters = '', digits = ''] of xml.matchAll(/\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
    if (Number(digits) > mostRows + 1) throw new WorkbookRefused(`The sheet goes on to row ${digits}; it may have ${mostRows} rows of questions. Delete the empty rows below.`);
    if (letters.length > MOST_COLUMN_LETTERS) throw new WorkbookRefused(`The sheet goes on to column ${letters}. Delete the empty columns beside it.`);
  }
}

/**
 * The cells of a workbook's first sheet, row by row.
 *
 * @throws WorkbookRefused when it is no workbook, damaged, or absurdly large
 */
export async function readRows(bytes: Uint8Array): Promise<unknown[][]> {
  refuseOtherKinds(bytes);
  try {
    unpack(bytes).forEach(refuseFarCells);
    return await readSheet(Uint8Array.from(bytes).buffer);
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    throw new WorkbookRefused(`The file cannot be read as a workbook; it may be damaged. ${error instanceof Error ? error.message : ''}`.trim());
  }
}

export interface Column {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

/** A workbook of one sheet whose headings stay in view. */
export async function writeRows(title: string, columns: readonly Column[], rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const headings = columns.map(({ heading }): Cell => ({ value: heading, fontWeight: 'bold' }));
  const cells = rows.map((row) => row.map((value): Cell => value === null ? null : { value, wrap: true, alignVertical: 'top' }));
  const layout = { sheet: title, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
  return writeWorkbook([headings, ...cells], layout).toBuffer();
}
