import { isWorkingDayInChina } from '../../../server/working-day-calendar';
import { stoppedClock } from '../../../src/domain/request/promise-clock';
import { urgencyOf } from '../../../src/domain/visit-plan/urgency';

test.each([
  ['overdue since yesterday', { dueOn: '2017-09-11' }, 4],
  ['due today', { dueOn: '2017-09-12' }, 2],
  ['due within five working days', { dueOn: '2017-09-19' }, 2],
  ['due later', { dueOn: '2017-09-20' }, 1],
  ['standing still, overdue before', { workingDaysLeft: -1, pausedFor: 'visit' }, 4],
  ['standing still with time', { workingDaysLeft: 12, pausedFor: 'visit' }, 1],
  ['without a promise', {}, 1],
] as const)('%s', (_, clock, weight) => {
  expect(urgencyOf({ ...stoppedClock, ...clock }, '2017-09-12', isWorkingDayInChina)).toBe(weight);
});
