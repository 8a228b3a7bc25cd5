import { campaignDay } from '../../src/domain/campaign-calendar';

const days = { startsOn: '2017-09-01', endsOn: '2017-09-30' };

describe('campaign calendar', () => {
  test.each([
    ['2017-08-31T23:59:59+08:00', 'before', null],
    ['2017-09-01T00:00:00+08:00', 'running', 1],
    ['2017-08-31T16:00:00Z', 'running', 1],
    ['2017-09-01T23:59:59+08:00', 'running', 1],
    ['2017-09-02T00:00:00+08:00', 'running', 2],
    ['2017-09-07T09:00:00+08:00', 'running', 7],
    ['2017-09-30T23:59:59.999+08:00', 'running', 30],
    ['2017-10-01T00:00:00+08:00', 'archive', null],
    ['2026-01-01T00:00:00+08:00', 'archive', null],
  ])('%s is %s, day %p', (now, phase, dayNumber) => {
    expect(campaignDay(days, new Date(now))).toEqual({ phase, dayNumber, dayCount: 30 });
  });
});
