import { isWorkingDayInChina } from '../../../server/working-day-calendar';
import { isOver, workingHalfDays } from '../../../src/domain/visit/half-day';

test.each([
  ['2017-09-11', 'pm', true],
  ['2017-09-12', 'am', true],
  ['2017-09-12', 'pm', false],
  ['2017-09-13', 'am', false],
] as const)('at noon in China on 12 September, %s %s is over: %s', (date, half, over) => {
  expect(isOver({ date, half }, new Date('2017-09-12T12:00:00+08:00'))).toBe(over);
});

test('the last minute of a half-day still belongs to it', () => {
  expect(isOver({ date: '2017-09-12', half: 'am' }, new Date('2017-09-12T11:59:59+08:00'))).toBe(false);
  expect(isOver({ date: '2017-09-12', half: 'pm' }, new Date('2017-09-12T17:59:59+08:00'))).toBe(false);
});

test('working half-days follow 调休: the Saturday before the holiday week is worked', () => {
  expect(workingHalfDays('2017-09-30', '2017-10-09', isWorkingDayInChina)).toEqual([
    { date: '2017-09-30', half: 'am' },
    { date: '2017-09-30', half: 'pm' },
    { date: '2017-10-09', half: 'am' },
    { date: '2017-10-09', half: 'pm' },
  ]);
});
