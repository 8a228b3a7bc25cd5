import { addDays, chinaDate, chinaIso, daysBetween, monthDay, monthDayTime, monthDayWeekday } from '../../src/domain/china-time';

describe('China time', () => {
  test("names the day on China's wall clock, wherever the machine is", () => {
    expect(chinaDate('2017-09-06T15:59:59Z')).toBe('2017-09-06');
    expect(chinaDate('2017-09-06T16:00:00Z')).toBe('2017-09-07');
    expect(chinaDate(new Date('2017-09-07T00:00:00+08:00'))).toBe('2017-09-07');
  });

  test('writes instants with their offset', () => {
    expect(chinaIso('2017-09-07T01:00:00Z')).toBe('2017-09-07T09:00:00+08:00');
    expect(Date.parse(chinaIso('2017-12-31T17:00:00Z'))).toBe(Date.parse('2017-12-31T17:00:00Z'));
  });

  test('writes days and times as people say them', () => {
    expect(monthDay('2017-09-07')).toBe('9 月 7 日');
    expect(monthDayWeekday('2017-09-12')).toBe('9 月 12 日（周二）');
    expect(monthDayWeekday('2017-09-10')).toBe('9 月 10 日（周日）');
    expect(monthDayTime('2017-09-07T06:30:00Z')).toBe('9 月 7 日 14:30');
  });

  test('counts days across months and years', () => {
    expect(daysBetween('2017-09-01', '2017-09-30')).toBe(29);
    expect(daysBetween('2017-09-07', '2017-09-06')).toBe(-1);
    expect(addDays('2017-12-31', 1)).toBe('2018-01-01');
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29');
  });
});
