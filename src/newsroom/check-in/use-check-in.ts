import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CheckInList, CheckInRow } from '../../contract/booking/check-in';
import { chinaIso } from '../../domain/china-time';
import { readTicketCode } from '../../domain/booking/ticket-code';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead, type Read } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { checkInQueue, type QueueState } from '../../platform/booking/check-in-queue';
import { dropList, keepList, readList, type KeptList } from '../../platform/booking/kept-check-in';
import { newRecordId } from '../../platform/record-id';
import { attendeesIn, stillNamed, straysIn, type Attendee, type Stray } from './attendees';

/** What became of a ticket at the door. */
export type DoorOutcome =
  | { readonly kind: 'no-ticket' }
  /** What became of its mark since is told by the marks. `presentBefore`: its holder was here already, since then; null where this device knows nothing of it. */
  | { readonly kind: 'ticket'; readonly ticketCode: string; readonly presentBefore: string | null };

export interface CheckIn {
  readonly list: CheckInList;
  readonly attendees: readonly Attendee[];
  readonly strays: readonly Stray[];
  /** The network brought nothing: the list is as old as it says. */
  readonly fromDevice: boolean;
  /** False where the device has no room: without a network the list is there as long as the page is. */
  readonly listKept: boolean;
  readonly queue: QueueState;
  /** Tickets that the server has counted since the page was opened, each with when another mark had said so before; null without one. */
  readonly counted: ReadonlyMap<string, string | null>;
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
  const [listKept, setListKept] = useState(true);
  const [gone, setGone] = useState<readonly CheckInRow[]>([]);
  const [counted, setCounted] = useState<ReadonlyMap<string, string | null>>(new Map());
  // Nobody's, and empty, until a list says whose.
  const personId = (state.status === 'ready' ? state.data : known?.list)?.personId ?? '';
  const queue = checkInQueue({ eventId, personId });
  const queued = useSyncExternalStore(queue.subscribe, queue.read);
  useReturn(() => void reload());
  usePullToRefresh(reload);
  useEffect(() => {
    queue.send();
  }, [queue]);

  const shown = useRef(known);
  shown.current = known;
  const take = useCallback(
    (list: KeptList) => {
      shown.current = list;
      setListKept(keepList(eventId, list));
      setKnown(list);
    },
    [eventId],
  );
  const isRefused = state.status === 'error' && (state.error.code === 'forbidden' || state.error.code === 'not_found');
  useEffect(() => {
    if (isRefused) dropList(eventId);
  }, [eventId, isRefused]);
  useEffect(() => {
    if (state.status !== 'ready') return;
    const list = state.data;
    const { marks } = queue.read();
    const previous = shown.current?.list.rows ?? [];
    setGone((before) => stillNamed([...previous, ...before], list.rows, marks));
    take({ list, clockAhead: new Date(list.takenAt).getTime() - Date.now() });
  }, [queue, state, take]);

  useEffect(
    () =>
      queue.onAnswer((answered, presentCount) => {
        const before = shown.current;
        if (before === null) return;
        const taken = answered.flatMap(({ mark, result }) => (result.ok ? [{ mark, result }] : []));
        const said = new Map(taken.map(({ mark, result }) => [mark.ticketCode, { present: result.present, markedAt: mark.at }]));
        const rows = before.list.rows.map((row) => ({ ...row, ...said.get(row.ticketCode) }));
        take({ ...before, list: { ...before.list, rows } });
        setCounted((earlier) => new Map([...earlier, ...taken.map(({ mark, result }) => [mark.ticketCode, result.presentBefore] as const)]));
        // Whoever is refused has cancelled since the list was read, or something else is not as it was.
        const isBehind = taken.length < answered.length || rows.filter(({ present }) => present).length !== presentCount || [...said.keys()].some((code) => !rows.some(({ ticketCode }) => ticketCode === code));
        if (isBehind) void reload();
      }),
    [queue, reload, take],
  );

  const rows = known?.list.rows;
  const attendees = useMemo(() => attendeesIn(rows ?? [], queued.marks), [rows, queued.marks]);
  const strays = useMemo(() => straysIn(rows ?? [], gone, queued.marks), [rows, gone, queued.marks]);
  if (known === null || isRefused) return { read, checkIn: null };

  /** Later than what stands, whichever device's clock said so: a mark that is made now is meant to count. */
  const instantAfter = (markedAt: string | null): string =>
    chinaIso(Math.max(Date.now() + known.clockAhead, markedAt === null ? 0 : new Date(markedAt).getTime() + SECOND));
  const mark = (chosen: readonly Pick<Attendee, 'ticketCode' | 'markedAt'>[], present: boolean) => {
    queue.add(chosen.map(({ ticketCode, markedAt }) => ({ markId: newRecordId(), ticketCode, present, at: instantAfter(markedAt) })));
  };

  return {
    read,
    checkIn: {
      list: known.list,
      attendees,
      strays,
      fromDevice: state.status === 'error',
      listKept,
      queue: queued,
      counted,
      mark,
      markTicket: (text) => {
        const ticketCode = readTicketCode(text);
        if (ticketCode === null) return { kind: 'no-ticket' };
        const attendee = attendees.find((one) => one.ticketCode === ticketCode);
        if (attendee?.present === true) return { kind: 'ticket', ticketCode, presentBefore: attendee.markedAt };
        mark([attendee ?? { ticketCode, markedAt: null }], true);
        return { kind: 'ticket', ticketCode, presentBefore: null };
      },
      dismiss: queue.dismiss,
      retry: queue.send,
    },
  };
}
