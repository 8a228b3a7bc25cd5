import type { Input } from '../../../contract/actions';
import type { RequestView } from '../../../contract/request/request';
import { isClosed } from '../../../domain/request/state';

/** What the list is narrowed to; nothing chosen is everything that is open. */
export type Filter = Omit<Input<'request.inbox'>, 'cursor'>;

export const isNarrowed = ({ officeId, kindId, state, due }: Filter): boolean => [officeId, kindId, state, due].some((chosen) => chosen !== undefined);

type ListedState = NonNullable<Filter['state']>;

export const states = [
  { id: 'submitted', name: '待受理' },
  { id: 'reopened', name: '重新办理' },
  { id: 'returned', name: '待补充' },
  { id: 'accepted', name: '已受理' },
  { id: 'assigned', name: '已安排专家' },
  { id: 'scheduled', name: '已约定上门' },
  { id: 'visited', name: '已上门' },
  { id: 'concluded', name: '待企业确认' },
  { id: 'closed', name: '已结束' },
] as const satisfies readonly { id: ListedState; name: string }[];

export const dues = [
  { id: 'overdue', name: '已逾期' },
  { id: 'soon', name: '两天内到期' },
] as const satisfies readonly { id: NonNullable<Filter['due']>; name: string }[];

/** What has ended has no day on which it is due. */
export const hasDue = ({ state }: Filter): boolean => state !== 'concluded' && state !== 'closed';

/** Whether a case still belongs in the list, after something was done with it. */
export function isListed({ state: wanted = 'open' }: Filter, { state, actors }: Pick<RequestView, 'state' | 'actors'>): boolean {
  if (actors.length === 0) return false;
  if (wanted === 'open') return !isClosed(state);
  return wanted === 'closed' ? isClosed(state) : wanted === state;
}
