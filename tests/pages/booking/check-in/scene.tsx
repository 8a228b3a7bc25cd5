import { ok, settled, stage } from '../../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { Input } from '../../../../src/contract/actions';
import type { CheckInRow, MarkResult } from '../../../../src/contract/booking/check-in';
import { markRefusals, type MarkRefusal } from '../../../../src/domain/booking/marks';
import CheckInPage from '../../../../src/newsroom/check-in';
import { checkInList } from '../sample-event';

type Mark = Input<'check-in.sync'>['marks'][number];

let doors = 0;
/** Tickets that the server has as present. */
let here = new Set<string>();

/** A door's marks live as long as the app, so each test stands at another one: the id of its event. */
export function standAtNewDoor(): string {
  stage.reset();
  here = new Set();
  doors += 1;
  const id = `5b0c7d1e-3f57-4c1b-8d0a-${String(doors).padStart(12, '0')}`;
  stage.params = { id };
  return id;
}

export const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
export const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
export const byTicket = async (text: string) => {
  type('凭证号', text);
  await press('按凭证号签到');
};
export const said = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent).join(' ');
export const sentMarks = (): Mark[] => stage.sentTo('check-in.sync').flatMap(({ input }) => (input as Input<'check-in.sync'>).marks);
export const shown = () => screen.queryAllByRole('button', { name: /^(签到|撤销)：/ }).map((button) => button.getAttribute('aria-label'));

interface Told {
  /** By ticket. */
  readonly refusals?: Readonly<Record<string, MarkRefusal>>;
  /** By ticket: when another door had checked it in. */
  readonly before?: Readonly<Record<string, string>>;
}

/** The server at the other end: it has the list, takes marks of it and refuses what the test names. */
export function answerMarks({ refusals = {}, before = {} }: Told = {}) {
  stage.answer('check-in.sync', ({ marks }) => {
    const results = marks.map(({ markId, ticketCode: code, present }): MarkResult => {
      const reason = refusals[code];
      if (reason === undefined) here[present ? 'add' : 'delete'](code);
      return reason === undefined ? { markId, ok: true, present, presentBefore: before[code] ?? null } : { markId, ok: false, reason, message: markRefusals[reason] };
    });
    return ok({ results, presentCount: here.size });
  });
}

export function answerList(...rows: CheckInRow[]) {
  for (const row of rows) if (row.present) here.add(row.ticketCode);
  stage.answer('check-in.list', () => ok(checkInList(...rows.map((row) => (here.has(row.ticketCode) ? { ...row, present: true, markedAt: row.markedAt ?? '2017-09-12T13:50:00+08:00' } : { ...row, present: false })))));
}

export async function openDoor(...rows: CheckInRow[]) {
  answerList(...rows);
  answerMarks();
  render(<CheckInPage />);
  await settled();
}
