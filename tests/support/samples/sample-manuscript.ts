import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import type { ManuscriptView } from '../../../src/contract/newsroom/manuscript';
import type { ManuscriptState } from '../../../src/domain/manuscript/state';
import { dataOf, type TestCaller, type TestServer } from '../server';

/** Whole, and with nothing that the linter minds. */
export const sampleContent = (changes: Partial<ManuscriptContent> = {}): ManuscriptContent => ({
  kind: 'news',
  title: '实验室开放日接待学生参观',
  summary: '学生走进实验室，了解食品检测的过程。',
  markdown: '## 走进实验室\n\n学生参观了样品接收和检测的过程，工作人员回答了大家的问题。',
  officeId: 'donggang',
  lineId: 'publicity',
  activityId: null,
  tags: ['开放日'],
  happenedOn: '2017-09-06',
  place: null,
  cover: null,
  details: { section: null, topicId: null, areaId: null, minutes: null, media: null },
  ...changes,
});

export interface Newsroom {
  readonly server: TestServer;
  /** The office's: its only one among the personas, and a colleague. */
  readonly author: TestCaller;
  readonly colleague: TestCaller;
  /** Two of the bureau. */
  readonly reviewer: TestCaller;
  readonly secondReviewer: TestCaller;
  /** Of another office that is not the bureau. */
  readonly stranger: TestCaller;
}

/** A new person, editor of this office. */
export async function editorOf(server: TestServer, officeId: string): Promise<TestCaller> {
  const administrator = await server.as('administrator');
  const { token } = dataOf(await administrator.call('invitation.make', { role: 'editor', officeId, inviteeName: '示例编辑' }));
  const editor = await server.asGuest();
  dataOf(await editor.call('invitation.accept', { token: token ?? '' }));
  return editor;
}

export const newsroomOf = async (server: TestServer): Promise<Newsroom> => ({
  server,
  author: await server.as('editor-donggang'),
  colleague: await editorOf(server, 'donggang'),
  reviewer: await server.as('editor'),
  secondReviewer: await server.as('editor-2'),
  stranger: await editorOf(server, 'baodi'),
});

export const readManuscript = async (editor: TestCaller, id: string): Promise<ManuscriptView> => dataOf(await editor.call('manuscript.get', { id }));

/** A draft of the author's with this content. */
export async function draftBy(author: TestCaller, content: ManuscriptContent = sampleContent()): Promise<ManuscriptView> {
  const { id } = dataOf(await author.call('manuscript.start', { kind: content.kind, officeId: content.officeId }));
  dataOf(await author.call('manuscript.save', { id, revision: 1, content }));
  return readManuscript(author, id);
}

/** When a scheduled one is due, in every test. */
export const PUBLISH_AT = '2017-09-08T08:30:00+08:00';

/** The author's, brought to a state by the reviewer of the bureau. */
export async function manuscriptIn({ author, reviewer }: Pick<Newsroom, 'author' | 'reviewer'>, state: ManuscriptState, content?: ManuscriptContent): Promise<ManuscriptView> {
  const draft = await draftBy(author, content);
  const { id } = draft;
  if (state === 'draft') return draft;
  const submitted = dataOf(await author.call('manuscript.submit', { id, revision: draft.revision }));
  if (state === 'in-review') return submitted;
  const { revision } = dataOf(await reviewer.call('manuscript.review', { id, revision: submitted.revision, decision: 'approve' }));
  if (state === 'approved') return readManuscript(author, id);
  const at = state === 'scheduled' ? PUBLISH_AT : null;
  const published = dataOf(await author.call('manuscript.publish', { id, revision, at, pinnedUntil: null }));
  if (state !== 'withdrawn') return published;
  return dataOf(await author.call('manuscript.withdraw', { id, revision: published.revision, note: '活动日期有误，更正后重新发布。' }));
}

/** Takes everything of the newsroom away; loading the campaign's folder then puts its articles back. */
export const forgetManuscripts = ({ db }: TestServer): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (const table of ['manuscriptEvent', 'manuscriptVersion', 'manuscript'] as const) await trx.deleteFrom(table).execute();
    await trx.deleteFrom('article').where('origin', '=', 'newsroom').execute();
    await trx.updateTable('campaign').set({ contentHash: '' }).execute();
  });
