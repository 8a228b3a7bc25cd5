import type { Transaction } from 'kysely';
import type { MessageKind } from '../../src/domain/message-kind';
import { outcomeLabels, type RequestChange } from '../../src/domain/request/state';
import type { Campaign } from '../campaign/schema';
import { notifyAll } from '../messages/notify';
import { findFirmPersonIds, type StoredRequest } from '../storage/request/request-store';
import { findHolders } from '../storage/role/role-store';
import type { Database } from '../storage/tables';
import { findPersonIdsOfExpert } from '../storage/visit/expert-store';
import { kindOf } from '../campaign/request-words';

export interface Told {
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

/** What the expert is told who takes the request; null when nothing. */
function toExpert(change: RequestChange, { title }: { readonly title: string }, before: StoredRequest): Told | null {
  if (change === 'assign') return { kind: 'visit-assigned', title: '有新的上门任务', text: `一份“${title}”安排由您上门，时间另行约定。` };
  if (change === 'schedule') {
    const moved = before.state === 'scheduled';
    return { kind: moved ? 'visit-changed' : 'visit-assigned', title: moved ? '上门时间有变化' : '上门时间已定', text: `一份“${title}”${moved ? '改约了' : '已约定'}上门时间，请您查看。` };
  }
  if (change === 'unschedule') return { kind: 'visit-changed', title: '上门时间取消', text: `一份“${title}”原定的上门时间取消，会重新约定。` };
  if (change === 'withdraw') return { kind: 'visit-changed', title: '企业已撤回', text: `一份“${title}”由企业撤回，不用再上门。` };
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
export async function tellOfChange(trx: Transaction<Database>, happened: Happened, { campaign, now }: { readonly campaign: Campaign; readonly now: Date }): Promise<void> {
  const { after, change, byFirm, personId } = happened;
  const kind = kindOf(campaign, after.kind);
  await tellExperts(trx, happened, kind, now);
  const told = byFirm ? toOffice(change, kind) : toFirm(change, kind, after);
  if (!told) return;
  await (byFirm ? tellOffice : tellFirm)(trx, after, told, { campaign, now, except: personId });
}

interface Telling {
  readonly campaign: Campaign;
  readonly now: Date;
  /** Who did it, and so is not told. */
  readonly except: string | null;
}

/** The owner and the followers. */
export async function tellFirm(trx: Transaction<Database>, request: StoredRequest, told: Told, { now, except }: Telling): Promise<void> {
  const people = await findFirmPersonIds(trx, request);
  await notifyAll(trx, people.filter((id) => id !== except), { ...told, at: now, route: `/service/request/index?id=${request.id}`, requestId: request.id });
}

/** Nobody where the owner was deleted. */
export const tellOwner = (trx: Transaction<Database>, request: StoredRequest, told: Told, { now }: Pick<Telling, 'now'>): Promise<void> =>
  notifyAll(trx, request.personId === null ? [] : [request.personId], { ...told, at: now, route: `/service/request/index?id=${request.id}`, requestId: request.id });

/** The officers of the office that has the request. */
export const tellOffice = async (trx: Transaction<Database>, request: StoredRequest, told: Told, telling: Telling): Promise<void> =>
  tellStaff(trx, await findHolders(trx, telling.campaign.id, 'officer', request.officeId), request, told, telling);

export const tellDispatchers = async (trx: Transaction<Database>, request: StoredRequest, told: Told, telling: Telling): Promise<void> =>
  tellStaff(trx, await findHolders(trx, telling.campaign.id, 'dispatcher'), request, told, telling);

const tellStaff = (trx: Transaction<Database>, people: readonly string[], request: StoredRequest, told: Told, { now, except }: Telling): Promise<void> =>
  notifyAll(trx, people.filter((id) => id !== except), { ...told, at: now, route: `/officer/request/index?id=${request.id}`, requestId: request.id });

/** Tells the other side, or inside the office, that something was written; what, stays in the case. */
export async function tellOfMessage(
  trx: Transaction<Database>,
  request: StoredRequest,
  { toFirm: isForFirm, personId }: { readonly toFirm: boolean; readonly personId: string },
  { campaign, now }: { readonly campaign: Campaign; readonly now: Date },
): Promise<void> {
  const { title } = kindOf(campaign, request.kind);
  const told: Told = { kind: 'request-message', title: '有新的留言', text: isForFirm ? `您的“${title}”有新的留言，请查看。` : `一份“${title}”有新的留言，请查看。` };
  await (isForFirm ? tellFirm : tellOffice)(trx, request, told, { campaign, now, except: personId });
}

/** Whom the owner has let in is told to the owner alone. */
export async function tellOfFollower(trx: Transaction<Database>, request: StoredRequest, campaign: Campaign, now: Date): Promise<void> {
  const { title } = kindOf(campaign, request.kind);
  await tellOwner(trx, request, { kind: 'account', title: '同事已加入', text: `您邀请的同事开始跟进“${title}”。` }, { now });
}

/** The expert who takes the request, and the one who took it before. */
async function tellExperts(trx: Transaction<Database>, { before, after, change, personId }: Happened, kind: { readonly title: string }, now: Date): Promise<void> {
  const tell = async (expertId: string | null, told: Told | null) => {
    if (expertId === null || told === null) return;
    const people = await findPersonIdsOfExpert(trx, expertId);
    await notifyAll(trx, people.filter((id) => id !== personId), { ...told, at: now, route: `/officer/request/index?id=${after.id}`, requestId: after.id });
  };
  const underWay = before.state === 'assigned' || before.state === 'scheduled';
  if (underWay && before.expertId !== after.expertId) {
    await tell(before.expertId, { kind: 'visit-changed', title: '上门任务有变化', text: `一份“${kind.title}”改由其他专家上门。` });
  }
  if (underWay || change !== 'withdraw') await tell(after.expertId, toExpert(change, kind, before));
}
