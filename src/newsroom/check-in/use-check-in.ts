import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CheckInList, CheckInRow } from '../../contract/booking/check-in';
import { chinaIso } from '../../domain/china-time';
import { readTicketCode } from '../../domain/booking/ticket-code';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead, type Read } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { checkInQueue, type QueueState } from '../../platform/booking/check-in-queue';
import { keepList, readList, type KeptList } from '../../platform/booking/kept-check-in';
import { newRecordId } from '../../platform/record-id';
import { attendeesIn, stillNamed, straysIn, type Attendee, type Stray } from './attendees';

/** What became of a ticket at the door. */
export type DoorOutcome =
  | { readonly kind: 'no-ticket' }
  /** `already`: somebody has marked it before. */
  | { readonly kind: 'marked' | 'already'; readonly attendee: Attendee }
  /** Not in the list of this device; the server knows. */
  | { readonly kind: 'unlisted'; readonly ticketCode: string };

export interface CheckIn {
  readonly list: CheckInList;
  readonly attendees: readonly Attendee[];
  readonly strays: readonly Stray[];
  /** The network brought nothing: the list is as old as it says. */
  readonly fromDevice: boolean;
  readonly queue: QueueState;
  readonly mark: (attendees: readonly Attendee[], present: boolean) => void;
  /** @param text as scanned or typed */
  readonly markTicket: (text: string) => DoorOutcome;
  readonly dismiss: (markId: string) => void;
  readonly retry: () => void;
}

export interface ReadCheckIn {
  readonly read: Read<CheckInList>;
  /** Null until there is a list, from the network or from this device. */
  readonly checkIn: CheckIn | null;
}

const SECOND = 1000;

/** The door of one event: what is marked is kept and shown at once, and reaches the server when it can. */
export function useCheckIn(eventId: string): ReadCheckIn {
  const read = useRead('check-in.list', { eventId });
  const { state, reload } = read;
  const [known, setKnown] = useState<KeptList | null>(() => readList(eventId));
  const [gone, setGone] = useState<readonly CheckInRow[]>([]);
  const queue = checkInQueue(eventId);
  const queued = useSyncExternalStore(queue.subscribe, queue.read);
  useReturn(() => void reload());
  usePullToRefresh(reload);
  useEffect(() => {
    queue.send();
  }, [queue]);

  const shown = useRef(known);
  shown.current = known;
  useEffect(() => {
    if (state.status !== 'ready') return;
    const list = state.data;
    const { marks } = queue.read();
    setGone((before) => stillNamed([...(shown.current?.list.rows ?? []), ...before], list.rows, marks));
    const fresh = { list, clockAhead: new Date(list.takenAt).getTime() - Date.now() };
    keepList(eventId, fresh);
    setKnown(fresh);
  }, [eventId, queue, state]);

  useEffect(
    () =>
      queue.onAnswer((answered, presentCount) => {
        const before = shown.current;
        if (before === null) return;
        const said = new Map(answered.flatMap(({ mark, result }) => (result.ok ? [[result.bookingId, { present: result.present, markedAt: mark.at }] as const] : [])));
        const rows = before.list.rows.map((row) => ({ ...row, ...said.get(row.bookingId) }));
        const after = { ...before, list: { ...before.list, rows } };
        shown.current = after;
        keepList(eventId, after);
        setKnown(after);
        const isBehind = rows.filter(({ present }) => present).length !== presentCount || [...said.keys()].some((id) => !rows.some(({ bookingId }) => bookingId === id));
        if (isBehind) void reload();
      }),
    [eventId, queue, reload],
  );

  const rows = known?.list.rows;
  const attendees = useMemo(() => attendeesIn(rows ?? [], queued.marks), [rows, queued.marks]);
  const strays = useMemo(() => straysIn(rows ?? [], gone, queued.marks), [rows, gone, queued.marks]);
  if (known === null || (state.status === 'error' && (state.error.code === 'forbidden' || state.error.code === 'not_found'))) return { read, checkIn: null };

  /** Later than what stands, whichever device's clock said so: a mark that is made now is meant to count. */
  const instantAfter = (markedAt: string | null): string =>
    chinaIso(Math.max(Date.now() + known.clockAhead, markedAt === null ? 0 : new Date(markedAt).getTime() + SECOND));
  const mark = (chosen: readonly Attendee[], present: boolean) => {
    queue.add(chosen.map(({ bookingId, markedAt }) => ({ markId: newRecordId(), bookingId, present, at: instantAfter(markedAt) })));
  };

  return {
    read,
    checkIn: {
      list: known.list,
      attendees,
      strays,
      fromDevice: state.status === 'error',
      queue: queued,
      mark,
      markTicket: (text) => {
        const ticketCode = readTicketCode(text);
        if (ticketCode === null) return { kind: 'no-ticket' };
        const attendee = attendees.find((one) => one.ticketCode === ticketCode);
        if (attendee === undefined) {
          queue.add([{ markId: newRecordId(), ticketCode, present: true, at: instantAfter(null) }]);
          return { kind: 'unlisted', ticketCode };
        }
        if (attendee.present) return { kind: 'already', attendee };
        mark([attendee], true);
        return { kind: 'marked', attendee };
      },
      dismiss: queue.dismiss,
      retry: queue.send,
    },
  };
}
