import { addWorkingDays, workingDaysLeft, type IsWorkingDay } from '../../src/domain/working-days';
import { visitDates } from '../../src/domain/request/visit-dates';

// Autumn 2017 as the State Council arranged it: National Day and Mid-Autumn from 1 to 8 October, and Saturday
// 30 September worked instead.
const holidays = new Set(['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2017-10-${day}`));
const workedWeekends = new Set(['2017-09-30']);

const isWorkingDay: IsWorkingDay = (date) => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return workedWeekends.has(date) || (weekday !== 0 && weekday !== 6 && !holidays.has(date));
};

describe('working days', () => {
  test.each([
    ['2017-09-07', 1, '2017-09-08', 'a Friday after a Thursday'],
    ['2017-09-07', 5, '2017-09-14', 'a weekend in between'],
    ['2017-09-08', 5, '2017-09-15', 'filed on a Friday'],
    ['2017-09-10', 5, '2017-09-15', 'filed on the Sunday after it: the same day'],
    ['2017-09-29', 1, '2017-09-30', 'the Saturday that is worked'],
    ['2017-09-30', 1, '2017-10-09', 'after eight days off'],
    ['2017-09-28', 5, '2017-10-11', 'across the holiday'],
  ])('%s and %i more is %s: %s', (from, count, due) => {
    expect(addWorkingDays(from, count, isWorkingDay)).toBe(due);
  });

  test.each([
    ['2017-09-14', '2017-09-14', 0],
    ['2017-09-13', '2017-09-14', 1],
    ['2017-09-07', '2017-09-14', 5],
    ['2017-09-15', '2017-09-14', -1],
    ['2017-09-18', '2017-09-14', -2],
    ['2017-09-29', '2017-10-09', 2],
    ['2017-10-08', '2017-09-30', 0],
    ['2017-10-09', '2017-09-30', -1],
  ])('on %s a promise due on %s has %i left', (today, due, left) => {
    expect(workingDaysLeft(today, due, isWorkingDay)).toBe(left);
  });

  test('what is left counts back what was added', () => {
    for (let count = 1; count <= 20; count += 1) {
      expect(workingDaysLeft('2017-09-07', addWorkingDays('2017-09-07', count, isWorkingDay), isWorkingDay)).toBe(count);
    }
  });
});

describe('visit dates', () => {
  test('begin with the second working day after today', () => {
    expect(visitDates('2017-09-07', isWorkingDay)[0]).toBe('2017-09-11');
    expect(visitDates('2017-09-09', isWorkingDay)[0]).toBe('2017-09-12');
  });

  test('end with the 30th day, after the campaign if need be', () => {
    expect(visitDates('2017-09-12', isWorkingDay).at(-1)).toBe('2017-10-12');
    expect(visitDates('2017-09-28', isWorkingDay).at(-1)).toBe('2017-10-27');
  });

  test('are working days only, 调休 included, each once and in order', () => {
    const dates = visitDates('2017-09-07', isWorkingDay);
    expect(dates.every(isWorkingDay)).toBe(true);
    expect(dates).toContain('2017-09-30');
    expect(dates).not.toContain('2017-10-03');
    expect([...new Set(dates)].sort()).toEqual(dates);
  });
});
