import { ok, refused, settled, stage } from '../../support/taro';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import EssayFormPage from '../../../src/activities/essay-form';
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

  it('sends the same essay again under the same key when the network did not carry it, and another text under another', async () => {
    stage.answer('essay.submit', () => refused('unavailable', '服务暂时不可用，请稍后再试。'));
    await openForm();
    fillIn();
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('稍后再试');
    await submit();
    type('正文', '我在车间里做了许多年的检验。');
    await submit();
    const [first, again, other] = stage.sentTo('essay.submit').map(({ key }) => key);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
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
});

describe('mending a returned essay', () => {
  const returned = { ...essay, state: 'returned', acceptedOn: null, mine: true, moves: ['resubmit', 'withdraw'], note: '请写具体一些。', phone: '13800000000', call: { ...call, open: false } } as const;

  it('begins with what was sent, shows the reviewer’s word and sends its version', async () => {
    stage.answer('essay.get', () => ok(returned));
    stage.answer('essay.resubmit', () => ok({ id: essayId }));
    await openForm(essayId);
    expect(screen.getByText('评审意见：请写具体一些。')).not.toBeNull();
    expect(textOf('正文')).toBe('第一段写车间里的检验。\n第二段写家里的尺子。');
    type('标题', '我身边的质量故事（修改稿）');
    await submit();
    expect(stage.sentTo('essay.resubmit')).toMatchObject([{ input: { id: essayId, version: 3, title: '我身边的质量故事（修改稿）' } }]);
  });
});
