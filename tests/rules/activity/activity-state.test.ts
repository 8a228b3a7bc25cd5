import { activityState, quietDays, type ActivityState } from '../../../src/domain/activity-state';
import type { CampaignPhase } from '../../../src/domain/campaign-calendar';

const states: [CampaignPhase, number, boolean, ActivityState][] = [
  ['before', 0, false, 'not-started'],
  ['before', 3, true, 'not-started'],
  ['running', 0, false, 'preparing'],
  ['running', 1, false, 'running'],
  ['running', 0, true, 'running'],
  ['running', 2, true, 'running'],
  ['archive', 0, false, 'ended'],
  ['archive', 3, true, 'ended'],
];

test.each(states)('%s the campaign with %i pieces of evidence, open to take part: %s, an activity is %s', (phase, evidenceCount, hasOpenWay, state) => {
  expect(activityState(phase, { evidenceCount, hasOpenWay })).toBe(state);
});

const campaign = { startsOn: '2017-09-01', endsOn: '2017-09-30' };

const quiet: [last: string | null, today: string, days: number | null][] = [
  ['2017-09-04', '2017-09-04', 0],
  ['2017-09-04', '2017-09-07', 3],
  [null, '2017-09-01', 0],
  [null, '2017-09-30', 29],
  // What happened before the campaign is no reason to have been quiet for longer than it runs.
  ['2017-08-01', '2017-09-05', 4],
  ['2017-09-04', '2017-10-01', null],
  [null, '2017-08-31', null],
];

test.each(quiet)('last something on %s, then on %s it was quiet for %s days', (last, today, days) => {
  expect(quietDays(campaign, last, today)).toBe(days);
});
