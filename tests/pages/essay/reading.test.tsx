import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { EssayView } from '../../../src/contract/essay';
import EssayPage from '../../../src/activities/essay';
import EssaysPage from '../../../src/activities/essays';
import ReviewPage from '../../../src/newsroom/essays';
import ReviewEssayPage from '../../../src/newsroom/essay';
import { call, essay, essayId } from './sample';

const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};

beforeEach(stage.reset);

describe('the gallery', () => {
  it('shows what is called for, the essays, and one’s own', async () => {
    stage.answer('essay.gallery', () =>
      ok({ essays: [{ id: essayId, title: essay.title, authorName: '示例作者', firmName: '天津示例食品有限公司', excerpt: '第一段……', acceptedOn: '2017-09-06', appreciationCount: 2 }], nextCursor: null, call }),
    );
    stage.answer('essay.mine', () => ok({ essays: [{ id: essayId, title: essay.title, state: 'returned', submittedAt: essay.submittedAt, note: '请写具体一些。', appreciationCount: 0 }], nextCursor: null }));
    render(<EssaysPage />);
    await settled();
    expect(stage.sent).toHaveLength(1);
    expect(screen.getByText('示例作者 · 天津示例食品有限公司 · 9 月 6 日 · 2 人赞赏')).not.toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: '我的投稿' }));
    await settled();
    expect(screen.getByText('评审意见：请写具体一些。')).not.toBeNull();
    await press('我要投稿');
    expect(stage.opened).toEqual(['/activities/essay-form/index']);
  });

  it('says that nothing is there yet, which is not what it says when reading failed', async () => {
    render(<EssaysPage />);
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('没有连上服务');
    expect(screen.queryByText('还没有作品展示')).toBeNull();
    stage.answer('essay.gallery', () => ok({ essays: [], nextCursor: null, call: null }));
    await press('重试');
    expect(screen.getByText('还没有作品展示')).not.toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button', { name: '我要投稿' })).toBeNull();
  });
});

describe('an essay', () => {
  async function openEssay(changes: Partial<EssayView> = {}) {
    stage.params = { id: essayId };
    stage.answer('essay.get', () => ok({ ...essay, ...changes }));
    render(<EssayPage />);
    await settled();
  }

  it('is appreciated, and not twice', async () => {
    localStorage.setItem('session', '"token"');
    await openEssay();
    stage.answer('essay.appreciate', () => ok({ appreciated: true, appreciationCount: 3 }));
    await press('赞赏');
    expect(screen.getByText('3 人赞赏')).not.toBeNull();
    stage.answer('essay.appreciate', () => ok({ appreciated: false, appreciationCount: 2 }));
    await press('已赞赏，点击取消');
    expect(stage.sentTo('essay.appreciate').map(({ input }) => input)).toEqual([
      { id: essayId, appreciate: true },
      { id: essayId, appreciate: false },
    ]);
  });

  it('says why it cannot be appreciated in place of the button', async () => {
    await openEssay({ cannotAppreciate: '在微信小程序里打开，就可以赞赏这篇作品。' });
    expect(screen.getByText('在微信小程序里打开，就可以赞赏这篇作品。')).not.toBeNull();
    expect(screen.queryByRole('button', { name: '赞赏' })).toBeNull();
  });

  it('offers a browser without a session no button that could only refuse', async () => {
    await openEssay();
    expect(screen.getByText('在微信小程序里打开，就可以赞赏这篇作品。')).not.toBeNull();
    expect(screen.queryByRole('button', { name: '赞赏' })).toBeNull();
  });

  it('says why in place of the button once the server has refused', async () => {
    localStorage.setItem('session', '"token"');
    await openEssay();
    stage.answer('essay.appreciate', () => refused('forbidden', '这是您自己的作品，由其他人来赞赏。'));
    stage.answer('essay.get', () => ok({ ...essay, cannotAppreciate: '这是您自己的作品，由其他人来赞赏。' }));
    await press('赞赏');
    expect(screen.getByText('这是您自己的作品，由其他人来赞赏。')).not.toBeNull();
    expect(screen.queryByRole('button', { name: '赞赏' })).toBeNull();
  });

  it('says that it was taken down, and not that it was never taken up', async () => {
    await openEssay({ mine: true, state: 'taken-down', acceptedOn: null, note: '与已发表的作品重复。' });
    expect(screen.getByText('已撤下')).not.toBeNull();
    expect(screen.getByText('评审意见：与已发表的作品重复。')).not.toBeNull();
  });

  it('is withdrawn by its author after a question', async () => {
    await openEssay({ mine: true, state: 'submitted', acceptedOn: null, moves: ['withdraw'] });
    stage.answer('essay.withdraw', () => ok({ id: essayId }));
    stage.saysYes = false;
    await press('撤回作品');
    expect(stage.sentTo('essay.withdraw')).toEqual([]);
    stage.saysYes = true;
    await press('撤回作品');
    expect(stage.sentTo('essay.withdraw')).toMatchObject([{ input: { id: essayId, version: 3 } }]);
  });
});

describe('the review', () => {
  it('is not for everybody', async () => {
    stage.answer('essay.inbox', () => refused('forbidden', '征文由承办单位的编辑评审。'));
    render(<ReviewPage />);
    await settled();
    expect(screen.getByText('这里供征文承办单位的编辑使用')).not.toBeNull();
  });

  it('lists what was taken down apart from what was not taken up', async () => {
    stage.answer('essay.inbox', ({ state }) => ok({ essays: state === 'taken-down' ? [{ id: essayId, title: essay.title, authorName: '示例作者', firmName: null, state: 'taken-down', submittedAt: essay.submittedAt, length: 300 }] : [], nextCursor: null, waitingCount: 0 }));
    render(<ReviewPage />);
    await settled();
    fireEvent.click(screen.getByRole('radio', { name: '未入选' }));
    await settled();
    expect(screen.getByText('没有这一类作品')).not.toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '已撤下' }));
    await settled();
    expect(screen.getByText(essay.title)).not.toBeNull();
  });

  it('asks for a reason where the author needs one', async () => {
    stage.params = { id: essayId };
    stage.answer('essay.get', () => ok({ ...essay, state: 'submitted', acceptedOn: null, moves: ['accept', 'return', 'decline'], phone: '13800000000' }));
    stage.answer('essay.review', () => ok({ id: essayId }));
    render(<ReviewEssayPage />);
    await settled();
    await press('退回修改');
    expect(screen.getByRole('alert').textContent).toContain('请写明理由');
    fireEvent.input(screen.getByLabelText('评审意见'), { target: { value: '请写具体一些。' } });
    await press('退回修改');
    expect(stage.sentTo('essay.review')).toMatchObject([{ input: { id: essayId, version: 3, decision: 'return', note: '请写具体一些。' } }]);
  });

  it('shows what has changed meanwhile instead of deciding on it', async () => {
    stage.params = { id: essayId };
    stage.answer('essay.get', () => ok({ ...essay, state: 'submitted', acceptedOn: null, moves: ['accept', 'return', 'decline'] }));
    stage.answer('essay.review', () => refused('conflict', '这篇作品刚刚有了变化，请刷新后再操作。'));
    render(<ReviewEssayPage />);
    await settled();
    await press('入选展示');
    expect(stage.sentTo('essay.get')).toHaveLength(2);
  });
});
