import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { bookingStateLabel } from '../../src/domain/booking/state';
import { inChina } from '../../src/domain/china-time';
import type { StoredBooking } from '../storage/booking/booking-store';
import { presentAt } from './booking-view';

interface Column {
  readonly header: string;
  /** In characters of Excel's default font. */
  readonly width: number;
  readonly value: (booking: StoredBooking) => string | null;
}

const timeOf = (instant: Date | null): string | null => instant && inChina(instant).format('YYYY-MM-DD HH:mm');

const columns: readonly Column[] = [
  { header: '姓名', width: 14, value: ({ name }) => name },
  { header: '联系电话', width: 16, value: ({ phone }) => phone },
  { header: '单位', width: 32, value: ({ firmName }) => firmName },
  { header: '状态', width: 18, value: bookingStateLabel },
  { header: '预约时间', width: 18, value: ({ bookedAt }) => timeOf(bookedAt) },
  { header: '签到时间', width: 18, value: (booking) => timeOf(presentAt(booking)) },
];

// Excel refuses longer names of sheets and these characters in them, an apostrophe at the ends alone.
const LONGEST_SHEET_NAME = 31;
const NOT_IN_SHEET_NAMES = /[[\]/\\:*?']/g;

/** No character is split. */
function sheetName(text: string): string {
  let name = '';
  for (const character of text.replace(NOT_IN_SHEET_NAMES, ' ')) {
    if (name.length + character.length > LONGEST_SHEET_NAME) break;
    name += character;
  }
  return name;
}

/** A text stays a text, whatever it begins with: Excel never takes it for a formula. */
const cell = (value: string | null): Cell => (value === null ? null : { value, type: String });

/**
 * An event's bookings as an Excel workbook of one sheet.
 *
 * @param title the sheet's name, as far as Excel takes it
 * @param remark stands below the last row
 */
export function bookingWorkbook(title: string, bookings: readonly StoredBooking[], remark: string | null): Promise<Buffer> {
  const header = columns.map((column): Cell => ({ value: column.header, type: String, fontWeight: 'bold' }));
  const rows = bookings.map((booking) => columns.map(({ value }) => cell(value(booking))));
  return writeXlsxFile([header, ...rows, ...(remark === null ? [] : [[cell(remark)]])], {
    sheet: sheetName(title),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
