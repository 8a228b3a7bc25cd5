import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, screen } from '@testing-library/react';
import type { ManuscriptView } from '../../../src/contract/newsroom/manuscript';
import { changedFields } from '../../../src/newsroom/manuscript/compare/contents';
import { inReview, openManuscript, part, press, published, version } from './desk';
import { content, hers, manuscript, versionRow } from './sample-manuscript';

const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const fill = (name: string, value: string) => fireEvent.input(box(name), { target: { value } });
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const approved: ManuscriptView = { ...manuscript, state: 'approved', may: ['publish', 'schedule'], reviewed: { ...hers, decision: 'approve', note: '' } };
const scheduled: ManuscriptView = { ...approved, state: 'scheduled', may: ['publish', 'schedule', 'unschedule'], publishAt: '2017-09-08T08:30:00+08:00', pinUntil: '2017-09-12T23:59:00+08:00' };

/** Reads something else, and comes back. */
const lookAway = () => {
  part('预览');
  part('流程');
};

beforeEach(() => {
  stage.reset();
  stage.wide = false;
});

describe('what was entered for a step', () => {
  it('is still there after a look at another part: an opinion', async () => {
    await openManuscript(inReview);
    fill('审核意见', '请核对日期。');
    lookAway();
    expect(box('审核意见').value).toBe('请核对日期。');
    stage.answer('manuscript.review', () => ok({ ...inReview, revision: 4, state: 'draft', may: [] }));
    press('退回修改');
    await settled();
    expect(stage.sentTo('manuscript.review')[0]?.input).toMatchObject({ decision: 'return', note: '请核对日期。' });
  });

  it('a reason, and until when it stands above the others', async () => {
    await openManuscript(published);
    part('流程');
    fill('撤下的原因', '日期有误，更正后重新发布');
    choose('置顶到哪一天', '2017-09-12');
    lookAway();
    expect(box('撤下的原因').value).toBe('日期有误，更正后重新发布');
    expect(screen.getByLabelText<HTMLInputElement>('置顶到哪一天').value).toBe('2017-09-12');
  });

  it('a time to publish', async () => {
    await openManuscript(approved);
    fireEvent.click(screen.getByRole('radio', { name: '定时发布' }));
    choose('发布日期', '2017-09-08');
    choose('发布时间', '08:00');
    lookAway();
    stage.answer('manuscript.publish', () => ok(scheduled));
    press('定时发布');
    await settled();
    expect(stage.sentTo('manuscript.publish')[0]?.input).toMatchObject({ at: '2017-09-08T08:00:00+08:00', pinnedUntil: null });
  });
});

describe('a step on what has moved on', () => {
  const conflict = () => refused('conflict', '这篇稿件刚刚有了变化。');

  it('can be taken again on what is there now', async () => {
    await openManuscript(inReview);
    stage.answer('manuscript.review', ({ revision }) => (revision === 3 ? conflict() : ok({ ...inReview, revision: 6, state: 'draft', may: [] })));
    stage.answer('manuscript.get', () => ok({ ...inReview, revision: 5, content: { ...content, markdown: '改过的正文。' } }));
    fill('审核意见', '请核对日期。');
    press('退回修改');
    await settled();
    expect(screen.getByRole('alert').textContent).toBe('这篇稿件刚刚有了变化。');
    expect(box('审核意见').value).toBe('请核对日期。');
    press('退回修改');
    await settled();
    expect(stage.sentTo('manuscript.review').map(({ input }) => input)).toMatchObject([{ revision: 3 }, { revision: 5, note: '请核对日期。' }]);
  });

  it('says so though it is not possible any more', async () => {
    await openManuscript(scheduled);
    stage.answer('manuscript.unschedule', conflict);
    stage.answer('manuscript.get', () => ok({ ...published, revision: 4 }));
    press('取消定时发布');
    await settled();
    expect(screen.getByRole('alert').textContent).toBe('这篇稿件刚刚有了变化。');
    expect(screen.queryByRole('button', { name: '取消定时发布' })).toBeNull();
    expect(screen.getByText(/公众看到的就是这一版。/)).toBeTruthy();
  });

  it('is asked for once however often it is pressed', async () => {
    await openManuscript(inReview);
    stage.answer('manuscript.review', () => ok({ ...inReview, revision: 4, state: 'approved', may: ['publish'] }));
    press('审核通过');
    press('审核通过');
    await settled();
    expect(stage.sentTo('manuscript.review')).toHaveLength(1);
  });
});

describe('what is scheduled', () => {
  it('says until when it will stand above the others, and keeps that when its time is changed', async () => {
    await openManuscript(scheduled);
    expect(screen.getByText('9 月 8 日 08:30 自动发布，置顶到 9 月 12 日 23:59，到时间前可以取消。')).toBeTruthy();
    stage.answer('manuscript.publish', () => ok({ ...scheduled, revision: 4 }));
    choose('发布时间', '10:00');
    press('定时发布');
    await settled();
    expect(stage.sentTo('manuscript.publish')[0]?.input).toMatchObject({ at: '2017-09-08T10:00:00+08:00', pinnedUntil: '2017-09-12T23:59:00+08:00' });
  });
});

describe('a version', () => {
  it('is not brought back while what was typed is not saved, which is said', async () => {
    stage.answer('manuscript.versions', () => ok({ versions: [versionRow(1)], nextCursor: null }));
    stage.answer('manuscript.version', () => ok(version(1, '最初的一段。')));
    await openManuscript(manuscript);
    fill('标题', '没有网络时写的标题');
    part('版本');
    fireEvent.click(await screen.findByRole('button', { name: /第 1 版/ }));
    fireEvent.click(await screen.findByRole('button', { name: '恢复到这一版' }));
    expect(await screen.findByText('修改还没有保存成功，请先处理保存的问题。')).toBeTruthy();
    expect(stage.sentTo('manuscript.restore')).toEqual([]);
  });

  it('that was public before it was withdrawn is what a review compares with', async () => {
    stage.answer('manuscript.version', ({ number }) => ok(version(number, '讲座于 9 月 1 日举行。\n\n企业代表参加。')));
    await openManuscript({ ...inReview, publishedVersion: 2, withdrawn: { at: '2017-09-07T11:00:00+08:00', note: '日期有误，更正后重新发布' } });
    expect(await screen.findByText('和撤下前公开的相比')).toBeTruthy();
    expect(screen.getByText('4', { selector: '.in' })).toBeTruthy();
    expect(stage.sentTo('manuscript.version')[0]?.input).toEqual({ id: manuscript.id, number: 2 });
  });

  it('is compared by the names of offices for which the reader does not write', () => {
    expect(changedFields({ ...content, officeId: 'baodi' }, content, manuscript.choices)).toEqual([{ label: '单位', before: '宝坻办事处', after: '东港检验检疫局' }]);
  });
});

describe('the preview', () => {
  it('without a cover bears the campaign’s name, as the phone shows it', async () => {
    await openManuscript(manuscript);
    part('预览');
    await settled();
    expect(screen.getByText('天津出入境检验检疫局')).toBeTruthy();
    expect(screen.getByText('2017 年“质量月”')).toBeTruthy();
  });

  it('says what the article’s kind says besides its text, and nothing that is of another', async () => {
    const details = { ...content.details, minutes: 12, topicId: 'quality-basics', section: '展厅一' };
    await openManuscript({ ...manuscript, content: { ...content, kind: 'lesson', details } });
    part('预览');
    await settled();
    expect(screen.getByText('12 分钟')).toBeTruthy();
    expect(screen.getByText('质量基础')).toBeTruthy();
    expect(screen.queryByText('展厅一')).toBeNull();
  });
});
