import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEvent } from '../../../src/domain/booking/calendar-file';

const event: CalendarEvent = {
  id: '8d3f6a2e-1111-4222-8333-444455556666',
  version: 1,
  title: '示例场次；检测，参观\\一',
  address: '示例地址 1 号',
  startsAt: '2017-09-12T14:00:00+08:00',
  endsAt: '2017-09-12T16:00:00+08:00',
  changedAt: '2017-09-07T09:00:00+08:00',
};

function parsed(of: CalendarEvent) {
  const calendar = new ICAL.Component(ICAL.parse(calendarFile(of).text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('There is no event in the calendar.');
  return { calendar, component, read: new ICAL.Event(component) };
}

describe('the calendar file of an event', () => {
  test('is read by a calendar as it was meant', () => {
    const { calendar, component, read } = parsed(event);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(read.uid).toBe('event-8d3f6a2e-1111-4222-8333-444455556666@quality-month');
    expect(read.summary).toBe(event.title);
    expect(read.location).toBe(event.address);
    expect(read.startDate.toJSDate()).toEqual(new Date(event.startsAt));
    expect(read.endDate.toJSDate()).toEqual(new Date(event.endsAt));
    expect(read.sequence).toBe(0);
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  test('reminds a day before', () => {
    const alarm = parsed(event).component.getFirstSubcomponent('valarm');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(alarm?.getFirstPropertyValue('description')).toBe(event.title);
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P1D');
  });

  test('replaces the entry after a change', () => {
    const { read } = parsed({ ...event, version: 3 });
    expect(read.uid).toBe(parsed(event).read.uid);
    expect(read.sequence).toBe(2);
  });

  test('is the same each time, and its name fits a file system', () => {
    expect(calendarFile(event)).toEqual(calendarFile(event));
    expect(calendarFile({ ...event, title: 'A/B:检测' }).name).toBe('A B 检测.ics');
  });

  test('keeps any text whole, in lines of 75 octets at most that end with CR LF', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((value) => /^[^\p{C}]+$/u.test(value) && value.trim() === value);
    fc.assert(
      fc.property(text, text, (title, address) => {
        const file = calendarFile({ ...event, title, address }).text;
        expect(file.endsWith('\r\n')).toBe(true);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const { read } = parsed({ ...event, title, address });
        expect([read.summary, read.location]).toEqual([title, address]);
      }),
      { numRuns: 300, seed: 20170907 },
    );
  });
});
