import type { Transaction } from 'kysely';
import type { MessageKind } from '../../src/domain/message-kind';
import { outcomeLabels, type RequestChange } from '../../src/domain/request/state';
import type { Campaign } from '../campaign/schema';
import { notifyAll } from '../messages/notify';
import { findFirmPersonIds, type StoredRequest } from '../storage/request/request-store';
import { findHolders } from '../storage/role/role-store';
import type { Database } from '../storage/tables';
import { kindOf } from './campaign-words';

interface Told {
  readonly kind: MessageKind;
  readonly title: string;
  readonly text: string;
}

/** What the firm is told of a change; null when it made it itself or nothing is to be told. */
function toFirm(change: RequestChange, { title }: { readonly title: string }, request: StoredRequest): Told | null {
  switch (change) {
    case 'accept':
      return { kind: 'request-answered', title: '申请已受理', text: `您的“${title}”已受理，接下来会继续办理。` };
    case 'return':
      return { kind: 'request-answered', title: '申请需要补充', text: `您的“${title}”需要补充内容，补充后重新提交即可。` };
    case 'decline':
      return { kind: 'request-answered', title: '申请不予受理', text: `您的“${title}”没有受理，理由写在办理进度里。` };
    case 'transfer':
      return { kind: 'request-answered', title: '申请已转办', text: `您的“${title}”已转到负责的单位，承诺的期限不变。` };
    case 'assign':
      return { kind: 'request-scheduled', title: '已安排专家', text: `您的“${title}”已安排专家，接下来与您约定时间。` };
    case 'schedule':
      return { kind: 'request-scheduled', title: '上门时间已定', text: `您的“${title}”已约定上门时间，请查看并留出时间。` };
    case 'unschedule':
      return { kind: 'visit-changed', title: '上门时间有变化', text: `您的“${title}”原定的上门时间取消，会重新约定。` };
    case 'visit':
      return { kind: 'request-scheduled', title: '请确认上门记录', text: `专家写下了上门记录，请您核对并确认。` };
    case 'pause':
      return { kind: 'request-answered', title: '暂停计算办理期限', text: `您的“${title}”暂停计算期限，原因写在办理进度里。` };
    case 'conclude':
      return { kind: 'request-concluded', title: request.outcome === null ? '申请已办结' : outcomeLabels[request.outcome], text: `您的“${title}”已办结，请您确认问题是否解决。` };
    case 'merge':
      return { kind: 'request-answered', title: '申请已并案', text: `您的“${title}”与另一份申请并案办理，可以在那里继续看进度。` };
    case 'resume':
    case 'complete':
    case 'confirm':
    case 'reopen':
    case 'withdraw':
      return null;
  }
}

/** What the office, and the bureau when it comes to it, is told of what the firm did; null when nothing. */
function toOffice(change: RequestChange, { title }: { readonly title: string }): Told | null {
  if (change === 'complete') return { kind: 'request-message', title: '企业已补充', text: `一份“${title}”已补充并重新提交。` };
  if (change === 'reopen') return { kind: 'office-due', title: '企业反映没有解决', text: `一份“${title}”由企业提出重新办理。` };
  if (change === 'withdraw') return { kind: 'request-message', title: '企业已撤回', text: `一份“${title}”由企业撤回。` };
  return null;
}

export interface Happened {
  readonly before: StoredRequest;
  readonly after: StoredRequest;
  readonly change: RequestChange;
  readonly byFirm: boolean;
  /** Who did it, and so is not told. */
  readonly personId: string | null;
}

/** Tells everybody concerned, in the transaction of the change. */
export async function tellOfChange(trx: Transaction<Database>, { after, change, byFirm, personId }: Happened, { campaign, now }: { readonly campaign: Campaign; readonly now: Date }): Promise<void> {
  const kind = kindOf(campaign, after.kind);
  const told = byFirm ? toOffice(change, kind) : toFirm(change, kind, after);
  if (!told) return;
  const people = byFirm ? await findHolders(trx, campaign.id, 'officer', after.officeId) : await findFirmPersonIds(trx, after);
  const route = byFirm ? `/officer/request/index?id=${after.id}` : `/service/request/index?id=${after.id}`;
  await notifyAll(trx, people.filter((id) => id !== personId), { ...told, at: now, route, requestId: after.id });
}
