import { isWorkingDayInChina } from '../../../server/working-day-calendar';

describe('working days in China', () => {
  it.each([
    ['2017-09-29', true, 'a Friday'],
    ['2017-09-30', true, 'a Saturday worked for the National Day week'],
    ['2017-10-01', false, 'National Day'],
    ['2017-10-02', false, 'a Monday of the National Day week'],
    ['2017-10-09', true, 'the Monday after'],
    ['2017-09-16', false, 'a Saturday'],
    ['2049-10-01', true, 'a Friday of a year that is not arranged yet'],
    ['2049-10-02', false, 'a Saturday of such a year'],
  ])('%s: %s (%s)', (date, worked) => {
    expect(isWorkingDayInChina(date)).toBe(worked);
  });
});
