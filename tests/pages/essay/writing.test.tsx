import { ok, refused, settled, stage } from '../../support/taro/taro';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import EssaysPage from '../../../src/activities/essays';
import EssayFormPage from '../../../src/activities/essay-form';
import type { OwnEssay } from '../../../src/contract/essay';
import { call, essay, essayId } from './sample';

async function openForm(id?: string) {
  stage.params = id === undefined ? {} : { id };
  render(<EssayFormPage />);
  await settled();
}

const type = (label: string, text: string) => fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const textOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const submit = async () => {
  fireEvent.click(screen.getByRole('button', { name: '提交评审' }));
  await settled();
};

function fillIn() {
  type('标题', '我身边的质量故事');
  type('正文', '我在车间里做了许多年检验。');
  type('署名', '示例作者');
  type('联系电话', '138 0000 0000');
}

beforeEach(() => {
  stage.reset();
  stage.answer('essay.call', () => ok({ call, ownCount: 0 }));
  stage.answer('essay.submit', () => ok({ id: essayId }));
});

describe('writing an essay', () => {
  it('sends it in and shows it', async () => {
    await openForm();
    fillIn();
    await submit();
    expect(stage.sentTo('essay.submit')).toMatchObject([
      { input: { title: '我身边的质量故事', body: '我在车间里做了许多年检验。', authorName: '示例作者', firmName: null, phone: '138 0000 0000' } },
    ]);
    expect(stage.opened).toEqual([`/activities/essay/index?id=${essayId}`]);
  });

  it('keeps every keystroke on the device until it is sent', async () => {
    await openForm();
    fillIn();
    cleanup();
    await openForm();
    expect(textOf('正文')).toBe('我在车间里做了许多年检验。');
    await submit();
    cleanup();
    await openForm();
    expect(textOf('正文')).toBe('');
  });

  const mine = (changes: Partial<OwnEssay> = {}) =>
    ok({ essays: [{ id: essayId, title: '我身边的质量故事', state: 'submitted', submittedAt: new Date().toISOString(), note: null, appreciationCount: 0, ...changes } as const], nextCursor: null });

  /** Sends without an answer, then corrects a character in another opening of the form. */
  async function sendInVain() {
    stage.goOffline('essay.submit');
    await openForm();
    fillIn();
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('没有连上服务');
    cleanup();
    await openForm();
    type('正文', '我在车间里做了许多年的检验。');
  }

  it('sends the same essay again under the same key when the network did not carry it', async () => {
    stage.goOffline('essay.submit');
    await openForm();
    fillIn();
    await submit();
    await submit();
    const [first, again] = stage.sentTo('essay.submit').map(({ key }) => key);
    expect(again).toBe(first);
    expect(stage.sentTo('essay.mine')).toEqual([]);
  });

  it('sends another text under another key once it is known that the first one did not arrive', async () => {
    await sendInVain();
    stage.answer('essay.mine', () => mine({ submittedAt: '2017-09-05T10:00:00+08:00' }));
    stage.answer('essay.submit', () => ok({ id: essayId }));
    await submit();
    const [first, other] = stage.sentTo('essay.submit');
    expect(other).toMatchObject({ input: { body: '我在车间里做了许多年的检验。' } });
    expect(other?.key).not.toBe(first?.key);
  });

  it('sends nothing while that is not known', async () => {
    await sendInVain();
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('没有连上服务');
    expect(stage.sentTo('essay.submit')).toHaveLength(1);
  });

  it('opens the essay that arrived, makes no second one of it, and keeps the correction', async () => {
    await sendInVain();
    stage.answer('essay.mine', () => mine());
    await submit();
    expect(stage.asked).toEqual(['上一次已经投稿成功']);
    expect(stage.sentTo('essay.submit')).toHaveLength(1);
    expect(stage.opened).toEqual([`/activities/essay/index?id=${essayId}`]);
    cleanup();
    await openForm();
    expect(textOf('正文')).toBe('我在车间里做了许多年的检验。');
  });

  it('says what is to be mended at the field, and sends nothing', async () => {
    await openForm();
    fillIn();
    type('正文', '太短。');
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('现在是 3 字');
    type('正文', '我在车间里做了许多年检验。');
    type('联系电话', '12');
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('手机号');
    expect(stage.sentTo('essay.submit')).toEqual([]);
  });

  it('shows the server’s refusal at its field', async () => {
    stage.answer('essay.submit', () => refused('invalid_input', '有内容需要修改', { title: '标题最多 40 个字。' }));
    await openForm();
    fillIn();
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('标题最多 40 个字。');
  });

  it('is not offered after the closing day, nor beyond the limit', async () => {
    stage.answer('essay.call', () => ok({ call: { ...call, open: false }, ownCount: 0 }));
    await openForm();
    expect(screen.getByText('现在不接收新稿')).not.toBeNull();
    cleanup();
    stage.answer('essay.call', () => ok({ call, ownCount: 3 }));
    await openForm();
    expect(screen.getByText('您已经投了 3 篇')).not.toBeNull();
  });

  it('can still be read and copied where it is not taken any more', async () => {
    await openForm();
    fillIn();
    cleanup();
    stage.answer('essay.call', () => ok({ call: { ...call, open: false }, ownCount: 0 }));
    await openForm();
    expect(screen.getByText('我在车间里做了许多年检验。')).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '复制' }));
    expect(stage.copied).toEqual(['我身边的质量故事\n\n我在车间里做了许多年检验。']);
  });

  it('is found among one’s own essays before it is sent', async () => {
    await openForm();
    fillIn();
    cleanup();
    stage.answer('essay.gallery', () => ok({ essays: [], nextCursor: null, call: { ...call, open: false } }));
    stage.answer('essay.mine', () => ok({ essays: [], nextCursor: null }));
    render(<EssaysPage />);
    await settled();
    fireEvent.click(screen.getByRole('tab', { name: '我的投稿' }));
    await settled();
    fireEvent.click(screen.getByRole('link', { name: /没有提交的稿子/ }));
    expect(stage.opened).toEqual(['/activities/essay-form/index']);
  });
});

describe('mending a returned essay', () => {
  const returned = { ...essay, state: 'returned', acceptedOn: null, mine: true, moves: ['resubmit', 'withdraw'], note: '请写具体一些。', phone: '13800000000', call: { ...call, open: false } } as const;

  it('begins with what was sent, shows the reviewer’s word and sends its version', async () => {
    stage.answer('essay.get', () => ok(returned));
    stage.answer('essay.resubmit', () => ok({ id: essayId }));
    await openForm(essayId);
    expect(screen.getByText('评审意见：请写具体一些。')).not.toBeNull();
    expect(textOf('正文')).toBe('第一段写车间里的检验。\n\n第二段写家里的尺子。');
    type('标题', '我身边的质量故事（修改稿）');
    await submit();
    expect(stage.sentTo('essay.resubmit')).toMatchObject([{ input: { id: essayId, version: 3, title: '我身边的质量故事（修改稿）' } }]);
  });

  it('goes on with what was typed, but not over what the server has had since', async () => {
    stage.answer('essay.get', () => ok(returned));
    await openForm(essayId);
    type('正文', '第一次修改的正文。');
    cleanup();
    await openForm(essayId);
    expect(textOf('正文')).toBe('第一次修改的正文。');
    expect(screen.queryByRole('button', { name: '改用较早的草稿' })).toBeNull();
    cleanup();
    stage.answer('essay.get', () => ok({ ...returned, version: 5, body: '在另一台设备上修改的正文。' }));
    stage.answer('essay.resubmit', () => ok({ id: essayId }));
    await openForm(essayId);
    expect(textOf('正文')).toBe('在另一台设备上修改的正文。');
    fireEvent.click(screen.getByRole('button', { name: '改用较早的草稿' }));
    expect(textOf('正文')).toBe('第一次修改的正文。');
    type('正文', '第一次修改的正文，再改一次。');
    await submit();
    expect(stage.sentTo('essay.resubmit')).toMatchObject([{ input: { version: 5, body: '第一次修改的正文，再改一次。' } }]);
  });

  it('shows what was typed where it cannot be mended any more', async () => {
    stage.answer('essay.get', () => ok(returned));
    await openForm(essayId);
    type('正文', '第一次修改的正文。');
    cleanup();
    stage.answer('essay.get', () => ok({ ...returned, state: 'withdrawn', moves: [] }));
    await openForm(essayId);
    expect(screen.getByText('这篇作品现在不能修改')).not.toBeNull();
    expect(screen.getByText('第一次修改的正文。')).not.toBeNull();
  });
});
