import type { PlanExpert, PlanInput, PlanRequest, Slot } from '../../../src/domain/visit-plan/types';

export const tuesdayMorning: Slot = { date: '2017-09-12', half: 'am' };
export const tuesdayAfternoon: Slot = { date: '2017-09-12', half: 'pm' };
export const nextMonday: Slot = { date: '2017-09-18', half: 'am' };

/** Answers for food in 和平, has a half-day a week and is free on Tuesday morning. */
export const anExpert = (id: string, facts: Partial<PlanExpert> = {}): PlanExpert => ({
  id,
  subjectIds: ['food'],
  areaIds: ['heping'],
  weeklyLimit: 1,
  free: [tuesdayMorning],
  booked: {},
  ...facts,
});

/** About food, in 和平, of weight 1, on any day. */
export const aRequest = (id: string, facts: Partial<PlanRequest> = {}): PlanRequest => ({
  id,
  subjectId: 'food',
  areaId: 'heping',
  preferredDates: [],
  weight: 1,
  excludedExpertIds: [],
  ...facts,
});

export const anInput = (facts: Partial<PlanInput>): PlanInput => ({
  slots: [tuesdayMorning, tuesdayAfternoon, nextMonday],
  experts: [anExpert('wang')],
  requests: [aRequest('bakery')],
  pins: [],
  excludes: [],
  ...facts,
});
