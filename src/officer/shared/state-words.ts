import type { RequestState } from '../../domain/request/state';

/** The label is said to the firm; the office is told of whom a concluded request waits. */
export const stateWords = ({ state, stateLabel }: { readonly state: RequestState; readonly stateLabel: string }): string =>
  state === 'concluded' ? '已办结，等企业确认' : stateLabel;
