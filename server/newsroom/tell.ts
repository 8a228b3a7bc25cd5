import type { Transaction } from 'kysely';
import { chinaIso, monthDayTime } from '../../src/domain/china-time';
import type { ManuscriptChange, ManuscriptState } from '../../src/domain/manuscript/state';
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

// What a change of the text undoes, beginning anew.
const undone: Readonly<Partial<Record<ManuscriptState, string>>> = { 'in-review': '提交审核', approved: '审核通过', scheduled: '设定定时发布' };

/** What is said of it; null when nothing. The reasons are written in the manuscript. */
function wordsFor({ before: { state, content: { title } }, after: { publishAt }, change }: Happened): { readonly title: string; readonly text: string } | null {
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
      return undone[state] === undefined ? null : { title: '稿件又有修改', text: `《${title}》${undone[state]}之后又有修改，已回到草稿，需要重新提交审核。` };
    case 'submit':
    case 'unschedule':
    case 'pin':
      return null;
  }
}

/** Those who wrote it; of what is published, which counts as nobody's work any more, the whole office; of what was reviewed in vain, the reviewer too. */
async function concerned(trx: Transaction<Database>, { before, change }: Happened): Promise<string[]> {
  const authors = await listAuthors(trx, before);
  if (change === 'withdraw') return [...authors, ...(await findHolders(trx, before.campaignId, 'editor', before.content.officeId))];
  return change === 'save' && before.reviewedBy !== null ? [...authors, before.reviewedBy] : authors;
}

/** Tells whom a change concerns, in its transaction: those who may review it, or those who have to do with it. */
export async function tellOfManuscript(trx: Transaction<Database>, happened: Happened): Promise<void> {
  const { before, after, change, personId, at } = happened;
  const { id, campaignId, content } = after;
  const route = `/newsroom/manuscript/index?id=${id}`;
  if (change === 'submit') {
    const authors = await listAuthors(trx, before);
    const editors = [...(await findHolders(trx, campaignId, 'editor', content.officeId)), ...(await findHoldersInBureau(trx, campaignId, 'editor'))];
    const reviewers = editors.filter((editor) => editor !== personId && !authors.includes(editor));
    await notifyAll(trx, reviewers, { at, kind: 'review-wanted', title: '有稿件等待审核', text: `《${content.title}》已提交，请您审核。`, route });
    return;
  }
  const told = wordsFor(happened);
  if (told) await notifyAll(trx, (await concerned(trx, happened)).filter((each) => each !== personId), { ...told, at, kind: 'review-done', route });
}
