import type * as v from 'valibot';
import type { Action, InputSchema } from './action';
import { activityActions } from './activity/activity';
import { progressBoardActions } from './activity/board';
import { checklistActions } from './activity/checklist';
import { directoryActions } from './activity/directory';
import { lessonActions } from './activity/lesson';
import { articleActions } from './article';
import { bookingActions } from './booking/booking';
import { checkInActions } from './booking/check-in';
import { eventActions } from './booking/event';
import { eventOfficeActions } from './booking/office';
import { campaignActions } from './campaign';
import { attemptActions } from './contest/attempt';
import { boardActions } from './contest/board';
import { certificateActions } from './contest/certificate';
import { contestActions } from './contest/contest';
import { fairnessActions } from './contest/fairness';
import { contestOfficeActions } from './contest/office';
import { essayActions } from './essay';
import { messageActions } from './message';
import { manuscriptActions } from './newsroom/manuscript';
import { pictureActions } from './newsroom/picture';
import { pairingActions } from './pairing';
import { personActions } from './person';
import { practiceActions } from './practice';
import { caseActions } from './request/case';
import { requestFormActions } from './request/form';
import { requestOfficeActions } from './request/office';
import { requestActions } from './request/request';
import { readingActions } from './reading';
import { roleActions } from './role';
import { searchActions } from './search';
import { sessionActions } from './session';
import { expertActions } from './visit/expert';
import { planActions } from './visit/plan';
import { visitActions } from './visit/visit';

/** The contract: every action the backend answers. Client, server, tests and the API description infer from it. */
export const actions = {
  ...sessionActions,
  ...pairingActions,
  ...campaignActions,
  ...activityActions,
  ...lessonActions,
  ...checklistActions,
  ...directoryActions,
  ...progressBoardActions,
  ...articleActions,
  ...readingActions,
  ...searchActions,
  ...practiceActions,
  ...contestActions,
  ...attemptActions,
  ...boardActions,
  ...fairnessActions,
  ...certificateActions,
  ...contestOfficeActions,
  ...requestFormActions,
  ...requestActions,
  ...caseActions,
  ...requestOfficeActions,
  ...expertActions,
  ...visitActions,
  ...planActions,
  ...manuscriptActions,
  ...pictureActions,
  ...eventActions,
  ...bookingActions,
  ...eventOfficeActions,
  ...checkInActions,
  ...essayActions,
  ...personActions,
  ...messageActions,
  ...roleActions,
} as const;

export type Actions = typeof actions;
export type ActionName = keyof Actions;
/** The actions that make or end a session. */
export type SignInName = { [Name in ActionName]: Actions[Name]['effect'] extends 'sign-in' ? Name : never }[ActionName];
/** The actions that are answered by a use case. */
export type UseCaseName = Exclude<ActionName, SignInName>;

/** What a caller sends. */
export type Input<Name extends ActionName> = v.InferInput<Actions[Name]['input']>;
/** What a use case receives: the input after trimming and normalising. */
export type ParsedInput<Name extends ActionName> = v.InferOutput<Actions[Name]['input']>;
export type Output<Name extends ActionName> = Actions[Name] extends Action<InputSchema, infer O> ? O : never;

export const isActionName = (name: string): name is ActionName => Object.hasOwn(actions, name);
