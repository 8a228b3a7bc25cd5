import fc from 'fast-check';
import { availability, isChangeable, type EventFacts } from '../../../src/domain/booking/availability';
import { eventMistakes } from '../../../src/domain/booking/event-mistakes';
import { markRefusal } from '../../../src/domain/booking/marks';
import { offerEnd } from '../../../src/domain/booking/offer';
import { bookingMoves } from '../../../src/domain/booking/state';
import { formatTicketCode, makeTicketCode, readTicketCode, ticketText } from '../../../src/domain/booking/ticket-code';

const at = (time: string) => new Date(`2017-09-${time}:00+08:00`);

describe('a booking', () => {
  const startsAt = at('12T14:00');
  const times = { state: 'booked', offeredUntil: null, startsAt, presentAt: null } as const;
  test('may be cancelled until the event starts, unless its holder is there', () => {
    expect(bookingMoves(times, at('12T13:59'))).toEqual(['cancel']);
    expect(bookingMoves(times, startsAt)).toEqual([]);
    expect(bookingMoves({ ...times, presentAt: at('12T13:00') }, at('12T13:30'))).toEqual([]);
  });
  test('may be accepted until the offer’s time has run out', () => {
    const offered = { ...times, state: 'offered', offeredUntil: at('08T09:00') } as const;
    expect(bookingMoves(offered, at('08T08:59'))).toEqual(['accept', 'cancel']);
    expect(bookingMoves(offered, at('08T09:00'))).toEqual(['cancel']);
  });
  test.each(['cancelled', 'lapsed'] as const)('that is %s is at its end', (state) => {
    expect(bookingMoves({ ...times, state }, at('08T08:59'))).toEqual([]);
  });
});

describe('an event', () => {
  const facts: EventFacts = { cancelledAt: null, endsAt: at('12T16:00'), bookingOpensAt: at('01T09:00'), bookingClosesAt: at('12T12:00'), placesLeft: 1, waitingCount: 0, waitingLimit: 2 };
  test.each<[string, Partial<EventFacts>, string]>([
    ['07T09:00', {}, 'open'],
    ['01T08:59', {}, 'not-open'],
    ['12T12:00', {}, 'closed'],
    ['12T16:00', {}, 'over'],
    ['07T09:00', { cancelledAt: at('06T09:00') }, 'cancelled'],
    ['07T09:00', { placesLeft: 0 }, 'waiting-list'],
    // The free place is meant for whoever waits.
    ['07T09:00', { waitingCount: 1 }, 'waiting-list'],
    ['07T09:00', { placesLeft: 0, waitingCount: 2 }, 'full'],
    ['07T09:00', { placesLeft: 0, waitingLimit: 0 }, 'full'],
  ])('at %s with %j is %s', (time, changes, expected) => {
    expect(availability({ ...facts, ...changes }, at(time))).toBe(expected);
  });

  test('may be changed until it begins, unless it is cancelled', () => {
    const event = { startsAt: at('12T14:00'), cancelledAt: null };
    expect(isChangeable(event, at('12T13:59'))).toBe(true);
    expect(isChangeable(event, at('12T14:00'))).toBe(false);
    expect(isChangeable({ ...event, cancelledAt: at('07T09:00') }, at('08T09:00'))).toBe(false);
  });

  const plan = { startsAt: at('12T14:00'), endsAt: at('12T16:00'), bookingOpensAt: at('01T09:00'), bookingClosesAt: at('12T14:00') };
  test('that is planned well has no mistakes, also when booking closes at its start', () => {
    expect(eventMistakes(plan, 2, 2, at('07T09:00'))).toEqual({});
  });
  test('whose booking has closed can be changed while that time stays as it is', () => {
    const closed = { ...plan, bookingClosesAt: at('10T09:00') };
    expect(eventMistakes({ ...closed, bookingClosesAt: at('10T09:00') }, 2, 2, at('11T09:00'), closed)).toEqual({});
    expect(Object.keys(eventMistakes({ ...closed, bookingClosesAt: at('10T10:00') }, 2, 2, at('11T09:00'), closed))).toEqual(['bookingClosesAt']);
    expect(Object.keys(eventMistakes(closed, 2, 0, at('11T09:00')))).toEqual(['bookingClosesAt']);
  });
  test('names every field that is wrong at once', () => {
    expect(Object.keys(eventMistakes({ ...plan, endsAt: plan.startsAt, bookingClosesAt: at('12T14:01'), bookingOpensAt: at('12T14:01') }, 1, 2, at('12T14:00'))).sort()).toEqual(['bookingClosesAt', 'bookingOpensAt', 'capacity', 'endsAt', 'startsAt']);
  });
});

describe('an offered place', () => {
  test.each([
    ['07T09:00', 24, '08T09:00'],
    ['12T10:00', 24, '12T12:00'],
    ['12T10:00', 1, '12T11:00'],
  ])('offered on %s for %i hours is kept until %s', (now, hours, until) => {
    expect(offerEnd(at(now), hours, at('12T14:00'))).toEqual(at(until));
  });
});

describe('a mark', () => {
  const event = { id: 'one', startsAt: at('12T14:00'), cancelledAt: null };
  const now = at('12T14:00');
  test.each([
    ['booked', '12T14:05', null],
    ['booked', '12T14:06', 'in-future'],
    ['waiting', '12T14:00', 'not-booked'],
    ['booked', '12T02:00', null],
    ['booked', '12T01:59', 'too-early'],
    ['offered', '12T14:00', 'unconfirmed'],
    ['cancelled', '12T14:00', 'cancelled'],
    ['lapsed', '12T14:00', 'lapsed'],
  ] as const)('of a %s booking at %s: %s', (state, time, expected) => {
    expect(markRefusal(event, { eventId: 'one', state, offeredUntil: at('08T09:00') }, at(time), now)).toBe(expected);
  });
  test('of somebody who waited until the start: never served', () => {
    expect(markRefusal(event, { eventId: 'one', state: 'lapsed', offeredUntil: null }, now, now)).toBe('unserved');
  });
});

describe('a ticket’s code', () => {
  test('is read back from its QR code and as it is typed; a slip of the finger is found', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(22), { minLength: 9, maxLength: 9 }), fc.nat(9), fc.constantFrom(...Array.from('34679ACDEFGHJKMNPQRTWXY')), (numbers, place, other) => {
        const rest = [...numbers];
        const code = makeTicketCode(() => rest.shift() ?? 0);
        expect(readTicketCode(ticketText(code))).toBe(code);
        expect(readTicketCode(` ${formatTicketCode(code).toLowerCase()} `)).toBe(code);
        fc.pre(code[place] !== other);
        expect(readTicketCode(`${code.slice(0, place)}${other}${code.slice(place + 1)}`)).toBeNull();
      }),
      { seed: 20170907 },
    );
  });
});
