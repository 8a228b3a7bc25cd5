import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ManuscriptView } from '../../../src/contract/newsroom/manuscript';
import { inReview, openManuscript, part, press, published, version } from './desk';
import { content, hers, manuscript, mine, versionRow } from './sample-manuscript';

const approved: ManuscriptView = { ...manuscript, state: 'approved', may: ['save', 'publish', 'schedule'], reviewed: { ...hers, decision: 'approve', note: '' } };

beforeEach(() => {
  stage.reset();
  stage.wide = false;
});

describe('handing a manuscript on', () => {
  it('sends what was typed a moment ago first', async () => {
    await openManuscript(manuscript);
    stage.answer('manuscript.save', () => ok({ id: manuscript.id, revision: 4, state: 'draft', savedAt: '2017-09-07T09:20:05+08:00' }));
    stage.answer('manuscript.submit', () => ok({ ...manuscript, revision: 5, state: 'in-review', may: ['save'], submitted: mine }));
    fireEvent.input(screen.getByRole('textbox', { name: '标题' }), { target: { value: '新标题' } });
    press('去提交审核');
    press('提交审核');
    expect(await screen.findByText(/等另一位编辑审核。这篇稿件由您编写或提交，您不能审核。/)).toBeTruthy();
    expect(stage.sent.filter(({ action }) => ['manuscript.save', 'manuscript.submit'].includes(action)).map(({ input }) => (input as { revision: number }).revision)).toEqual([3, 4]);
    await settled();
  });

  it('does not happen while what was typed is not saved', async () => {
    await openManuscript(manuscript);
    fireEvent.input(screen.getByRole('textbox', { name: '标题' }), { target: { value: '新标题' } });
    press('去提交审核');
    press('提交审核');
    expect(await screen.findByText(/修改还没有保存成功/)).toBeTruthy();
    expect(stage.sentTo('manuscript.submit')).toEqual([]);
  });

  it('says what the server finds in the way', async () => {
    await openManuscript(manuscript);
    stage.answer('manuscript.submit', () => refused('invalid_input', '有内容需要修改', { summary: '请填写摘要。' }));
    part('流程');
    press('提交审核');
    expect((await screen.findByRole('alert')).textContent).toBe('请填写摘要。');
  });

  it('does not let anybody change it by mistake afterwards', async () => {
    await openManuscript({ ...inReview, may: ['save'], mine: true });
    part('编辑');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/修改后回到草稿，需要重新提交/)).toBeTruthy();
    press('修改稿件');
    expect(screen.getByRole('textbox', { name: '正文' })).toBeTruthy();
  });
});

describe('the review', () => {
  it('shows what would change for the public', async () => {
    stage.answer('manuscript.version', ({ number }) => ok(version(number, '讲座于 9 月 1 日举行。\n\n企业代表参加。')));
    await openManuscript({ ...inReview, publishedVersion: 2, public: { publishedAt: '2017-09-05T10:00:00+08:00', pinnedUntil: null, current: false } });
    expect(await screen.findByText('和公众现在看到的相比')).toBeTruthy();
    expect(await screen.findByText('1', { selector: '.out' })).toBeTruthy();
    expect(screen.getByText('4', { selector: '.in' })).toBeTruthy();
    expect(stage.sentTo('manuscript.version')[0]?.input).toEqual({ id: manuscript.id, number: 2 });
  });

  it('approves', async () => {
    stage.answer('manuscript.review', () => ok({ ...inReview, revision: 4, state: 'approved', may: ['publish'], reviewed: { ...mine, decision: 'approve', note: '' } }));
    await openManuscript(inReview);
    press('审核通过');
    expect(await screen.findByText(/审核通过，可以发布/, { selector: '.words' })).toBeTruthy();
    expect(stage.sentTo('manuscript.review')[0]?.input).toEqual({ id: manuscript.id, revision: 3, decision: 'approve', note: '' });
    await settled();
  });

  it('returns with what is to be mended, which has to be said', async () => {
    stage.answer('manuscript.review', ({ note }) => (note === '' ? refused('invalid_input', '有内容需要修改', { note: '退回时请写明需要修改的地方。' }) : ok({ ...inReview, revision: 4, state: 'draft', may: [], reviewed: { ...hers, decision: 'return', note: '请核对日期。' } })));
    await openManuscript(inReview);
    press('退回修改');
    expect((await screen.findByRole('alert')).textContent).toBe('退回时请写明需要修改的地方。');
    fireEvent.input(screen.getByRole('textbox', { name: '审核意见' }), { target: { value: '请核对日期。' } });
    press('退回修改');
    expect(await screen.findByText('李示例退回修改：请核对日期。')).toBeTruthy();
    await settled();
  });
});

describe('publishing', () => {
  it('happens now, when nothing else is said', async () => {
    stage.answer('manuscript.publish', () => ok(published));
    await openManuscript(approved);
    press('发布');
    expect(await screen.findByText(/公众看到的就是这一版。/)).toBeTruthy();
    expect(stage.sentTo('manuscript.publish')[0]?.input).toEqual({ id: manuscript.id, revision: 3, at: null, pinnedUntil: null });
    await settled();
  });

  it('happens at a time and stands above the others until another, both of which are asked for', async () => {
    stage.answer('manuscript.publish', () => ok({ ...approved, state: 'scheduled', may: ['unschedule'], publishAt: '2017-09-08T08:00:00+08:00' }));
    await openManuscript(approved);
    fireEvent.click(screen.getByRole('radio', { name: '定时发布' }));
    fireEvent.click(screen.getByRole('checkbox'));
    press('定时发布');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual(['请选择发布日期。', '请选择发布时间。', '请选择置顶到哪一天。']);
    const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fill('发布日期', '2017-09-08');
    fill('发布时间', '08:00');
    fill('置顶到哪一天', '2017-09-12');
    press('定时发布');
    expect(await screen.findByText('9 月 8 日 08:00 自动发布，到时间前可以取消。')).toBeTruthy();
    expect(stage.sentTo('manuscript.publish')[0]?.input).toMatchObject({ at: '2017-09-08T08:00:00+08:00', pinnedUntil: '2017-09-12T23:59:00+08:00' });
    stage.answer('manuscript.unschedule', () => ok({ ...approved, revision: 5 }));
    press('取消定时发布');
    expect(await screen.findByRole('button', { name: '发布' })).toBeTruthy();
    await settled();
  });

  it('of what stands above the others leaves it there, unless it is said otherwise', async () => {
    stage.answer('manuscript.publish', () => ok(published));
    await openManuscript({ ...approved, publishedVersion: 1, public: { publishedAt: '2017-09-06T10:00:00+08:00', pinnedUntil: '2017-09-12T23:59:00+08:00', current: false } });
    press('发布');
    await screen.findByText(/公众看到的就是这一版。/);
    expect(stage.sentTo('manuscript.publish')[0]?.input).toMatchObject({ at: null, pinnedUntil: '2017-09-12T23:59:00+08:00' });
    await settled();
  });

  it('is taken back with a reason that the public sees, having been asked', async () => {
    stage.answer('manuscript.withdraw', () => ok({ ...published, state: 'withdrawn', public: null, may: ['save'], withdrawn: { at: '2017-09-07T11:00:00+08:00', note: '日期有误，更正后重新发布' } }));
    await openManuscript(published);
    part('流程');
    fireEvent.input(screen.getByRole('textbox', { name: '撤下的原因' }), { target: { value: '日期有误，更正后重新发布' } });
    stage.saysYes = false;
    press('撤下');
    await settled();
    expect(stage.sentTo('manuscript.withdraw')).toEqual([]);
    stage.saysYes = true;
    press('撤下');
    expect(await screen.findByText(/公众看到的说明：日期有误，更正后重新发布/)).toBeTruthy();
    await settled();
  });

  it('leaves a trace', async () => {
    await openManuscript({ ...published, events: [{ by: { ...mine, at: '2017-09-07T11:00:00+08:00' }, kind: 'publish', note: null }, { by: hers, kind: 'return', note: '请核对日期。' }] });
    part('流程');
    expect(screen.getByText('退回修改').parentElement?.textContent).toBe('退回修改9 月 7 日 09:12 · 李示例请核对日期。');
    expect(screen.getByText('9 月 7 日 11:00 · 您')).toBeTruthy();
  });
});

describe('the versions', () => {
  async function openVersions() {
    stage.answer('manuscript.versions', () => ok({ versions: [versionRow(3), versionRow(2, { kind: 'published', saved: hers }), versionRow(1, { kind: 'folder' })], nextCursor: null }));
    stage.answer('manuscript.version', ({ number }) => ok(version(number, number === 1 ? '最初的一段。' : '讲座于 9 月 1 日举行。\n\n企业代表参加。')));
    await openManuscript(manuscript);
    part('版本');
    await screen.findByRole('button', { name: /第 2 版/ });
  }

  it('are compared with the manuscript as it is, and with each other', async () => {
    await openVersions();
    press(/第 2 版/);
    expect(await screen.findByText('4', { selector: '.in' })).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: '和哪一版对照' }), { target: { value: '1' } });
    expect(await screen.findByText('最初的一段。')).toBeTruthy();
    expect(screen.getAllByText('增')).toHaveLength(2);
    fireEvent.click(screen.getByRole('link', { name: '返回版本列表' }));
    expect(screen.getByRole('button', { name: /第 1 版/ })).toBeTruthy();
  });

  it('are brought back into the text, having been asked', async () => {
    await openVersions();
    stage.answer('manuscript.restore', () => ok({ ...manuscript, revision: 4, content: { ...content, markdown: '最初的一段。' } }));
    press(/第 1 版/);
    await screen.findByText('和哪一版对照');
    press('恢复到这一版');
    await waitFor(() => expect(stage.asked).toEqual(['恢复到第 1 版']));
    await screen.findByRole('button', { name: /第 2 版/ });
    part('编辑');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '正文' }).value).toBe('最初的一段。');
    expect(stage.sentTo('manuscript.restore')[0]?.input).toEqual({ id: manuscript.id, revision: 3, number: 1 });
    await settled();
  });
});
