import type * as v from 'valibot';
import type { Action, InputSchema } from './action';
import { articleActions } from './article';
import { campaignActions } from './campaign';
import { attemptActions } from './contest/attempt';
import { boardActions } from './contest/board';
import { certificateActions } from './contest/certificate';
import { contestActions } from './contest/contest';
import { fairnessActions } from './contest/fairness';
import { contestOfficeActions } from './contest/office';
import { personActions } from './person';
import { practiceActions } from './practice';
import { requestActions } from './request';
import { sessionActions } from './session';

/** The contract: every action the backend answers. Client, server, tests and the API description infer from it. */
export const actions = {
  ...sessionActions,
  ...campaignActions,
  ...articleActions,
  ...practiceActions,
  ...contestActions,
  ...attemptActions,
  ...boardActions,
  ...fairnessActions,
  ...certificateActions,
  ...contestOfficeActions,
  ...requestActions,
  ...personActions,
} as const;

export type Actions = typeof actions;
export type ActionName = keyof Actions;

/** What a caller sends. */
export type Input<Name extends ActionName> = v.InferInput<Actions[Name]['input']>;
/** What a use case receives: the input after trimming and normalising. */
export type ParsedInput<Name extends ActionName> = v.InferOutput<Actions[Name]['input']>;
export type Output<Name extends ActionName> = Actions[Name] extends Action<InputSchema, infer O> ? O : never;

export const isActionName = (name: string): name is ActionName => Object.hasOwn(actions, name);
