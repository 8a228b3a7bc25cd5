import type { Transaction } from 'kysely';
import { chinaIso, monthDayTime } from '../../src/domain/china-time';
import type { ManuscriptChange } from '../../src/domain/manuscript/state';
import { notifyAll } from '../messages/notify';
import { listAuthors, type StoredManuscript } from '../storage/newsroom/manuscript-store';
import { findHolders, findHoldersInBureau } from '../storage/role/role-store';
import type { Database } from '../storage/tables';

interface Happened {
  readonly before: StoredManuscript;
  readonly after: StoredManuscript;
  readonly change: ManuscriptChange;
  /** Who did it, and so is not told. */
  readonly personId: string | null;
  readonly at: Date;
}

/** What those who wrote it are told; null when nothing. The reasons are written in the manuscript. */
function toAuthors(change: ManuscriptChange, { content: { title }, publishAt }: StoredManuscript): { readonly title: string; readonly text: string } | null {
  switch (change) {
    case 'approve':
      return { title: '稿件审核通过', text: `《${title}》审核通过，可以发布了。` };
    case 'return':
      return { title: '稿件退回修改', text: `《${title}》退回修改，意见写在稿件里。` };
    case 'publish':
    case 'fall-due':
      return { title: '稿件已发布', text: `《${title}》已经发布。` };
    case 'schedule':
      return { title: '稿件将定时发布', text: `《${title}》定于 ${publishAt ? monthDayTime(chinaIso(publishAt)) : ''} 发布。` };
    case 'fall-back':
      return { title: '稿件未能定时发布', text: `《${title}》有内容需要修改，没有按时发布，已退回草稿。` };
    case 'withdraw':
      return { title: '文章已撤下', text: `《${title}》已经撤下，原因写在稿件里。` };
    case 'save':
    case 'submit':
    case 'unschedule':
    case 'pin':
      return null;
  }
}

/** Tells whom a change concerns, in its transaction: those who may review it, or those who wrote it. */
export async function tellOfManuscript(trx: Transaction<Database>, { before, after, change, personId, at }: Happened): Promise<void> {
  const { id, campaignId, content } = after;
  const route = `/newsroom/manuscript/index?id=${id}`;
  // Those who wrote it before it was published; afterwards it counts as nobody's.
  const authors = await listAuthors(trx, before);
  if (change === 'submit') {
    const editors = [...(await findHolders(trx, campaignId, 'editor', content.officeId)), ...(await findHoldersInBureau(trx, campaignId, 'editor'))];
    const reviewers = editors.filter((editor) => editor !== personId && !authors.includes(editor));
    await notifyAll(trx, reviewers, { at, kind: 'review-wanted', title: '有稿件等待审核', text: `《${content.title}》已提交，请您审核。`, route });
    return;
  }
  const told = toAuthors(change, after);
  if (told) await notifyAll(trx, authors.filter((author) => author !== personId), { ...told, at, kind: 'review-done', route });
}
