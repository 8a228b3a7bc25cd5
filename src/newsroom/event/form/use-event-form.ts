import { useRef, useState } from 'react';
import * as v from 'valibot';
import type { Input } from '../../../contract/actions';
import type { EventView } from '../../../contract/booking/event';
import { eventOfficeActions, type ManagedEventPage } from '../../../contract/booking/office';
import type { FieldErrors } from '../../../contract/errors';
import { OFFER_HOURS } from '../../../domain/booking/limits';
import { chinaDate, inChina } from '../../../domain/china-time';
import { useChange } from '../../../hooks/use-change';
import type { CallError } from '../../../platform/call';

/** An instant as it is chosen: `YYYY-MM-DD` and `HH:mm`, each empty until then. */
export interface Chosen {
  readonly date: string;
  readonly time: string;
}

export const moments = ['startsAt', 'endsAt', 'bookingOpensAt', 'bookingClosesAt'] as const;
export type Moment = (typeof moments)[number];

type Texts = Pick<Input<'event.add'>, 'activityId' | 'officeId' | 'title' | 'address'> & { readonly audience: string; readonly bring: string };
type Numbers = Readonly<Record<'capacity' | 'waitingLimit' | 'offerHours', string>>;

export type Filling = Texts & Numbers & Readonly<Record<Moment, Chosen>>;

export type Choices = NonNullable<ManagedEventPage['choices']>;

export interface EventFormState {
  readonly initial: Filling;
  /** Choices and moments as they stand; texts keep themselves. */
  readonly filling: Filling;
  readonly mistakes: FieldErrors;
  readonly busy: boolean;
  readonly failure: CallError | null;
  readonly type: (change: Partial<Filling>) => void;
  readonly choose: (change: Partial<Filling>) => void;
  readonly save: () => Promise<void>;
}

const unchosen: Chosen = { date: '', time: '' };

const chosenOf = (instant: string): Chosen => ({ date: chinaDate(instant), time: inChina(instant).format('HH:mm') });

const only = (choices: readonly { readonly id: string }[]): string => (choices.length === 1 ? (choices[0]?.id ?? '') : '');

function fillingOf(event: EventView | null, choices: Choices | null): Filling {
  if (event === null) {
    return {
      activityId: '',
      officeId: only(choices?.offices ?? []),
      title: '',
      address: '',
      startsAt: unchosen,
      endsAt: unchosen,
      bookingOpensAt: unchosen,
      bookingClosesAt: unchosen,
      capacity: '',
      waitingLimit: '',
      offerHours: String(OFFER_HOURS.usual),
      audience: '',
      bring: '',
    };
  }
  const { activity, officeId, title, address, startsAt, endsAt, bookingOpensAt, bookingClosesAt, capacity, waitingLimit, offerHours, audience, bring } = event;
  return {
    activityId: activity.id,
    officeId,
    title,
    address,
    startsAt: chosenOf(startsAt),
    endsAt: chosenOf(endsAt),
    bookingOpensAt: chosenOf(bookingOpensAt),
    bookingClosesAt: chosenOf(bookingClosesAt),
    capacity: String(capacity),
    waitingLimit: String(waitingLimit),
    offerHours: String(offerHours),
    audience: audience ?? '',
    bring: bring ?? '',
  };
}

/** In China's time; empty until both are chosen. */
const instantOf = ({ date, time }: Chosen): string => (date === '' || time === '' ? '' : `${date}T${time}:00+08:00`);

/** What is no number is refused as none. */
const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN);

function inputOf(filling: Filling): Input<'event.add'> {
  const { activityId, officeId, title, address, audience, bring, capacity, waitingLimit, offerHours } = filling;
  const [startsAt = '', endsAt = '', bookingOpensAt = '', bookingClosesAt = ''] = moments.map((moment) => instantOf(filling[moment]));
  return { activityId, officeId, title, address, audience, bring, startsAt, endsAt, bookingOpensAt, bookingClosesAt, capacity: numberOf(capacity), waitingLimit: numberOf(waitingLimit), offerHours: numberOf(offerHours) };
}

interface EventFormOptions {
  /** Null for a new one. */
  readonly event: EventView | null;
  readonly choices: Choices | null;
  readonly onSaved: (event: EventView) => void;
}

/** Saved against the version with which it was opened, whatever is read meanwhile: others' changes are not overwritten. */
export function useEventForm({ event: opened, choices, onSaved }: EventFormOptions): EventFormState {
  const [{ event, initial }] = useState(() => ({ event: opened, initial: fillingOf(opened, choices) }));
  const typed = useRef(initial);
  const [filling, setFilling] = useState(initial);
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const adding = useChange('event.add');
  const changing = useChange('event.change');
  const { busy, error } = event === null ? adding : changing;

  const type = (change: Partial<Filling>) => {
    typed.current = { ...typed.current, ...change };
  };
  return {
    initial,
    filling,
    mistakes,
    busy,
    failure: error?.fields === undefined ? error : null,
    type,
    choose: (change) => {
      type(change);
      setFilling(typed.current);
    },
    save: async () => {
      const { activityId, officeId, ...details } = inputOf(typed.current);
      const { issues = [] } = v.safeParse(eventOfficeActions['event.add'].input, { activityId, officeId, ...details });
      setMistakes(Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse()));
      if (issues.length > 0) return;
      const result = event === null ? await adding.send({ activityId, officeId, ...details }) : await changing.send({ id: event.id, version: event.version, ...details });
      if (result.ok) onSaved(result.data);
      else setMistakes(result.error.fields ?? {});
    },
  };
}
