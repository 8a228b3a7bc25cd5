import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { CaseMessage } from '../../../src/contract/request/case';
import type { RequestView } from '../../../src/contract/request/request';
import FollowPage from '../../../src/service/follow';
import RequestPage from '../../../src/service/request';
import { request, sampleRequestView } from '../sample-request';

const TOKEN = 'a'.repeat(22);

const message = (changes: Partial<CaseMessage>): CaseMessage => ({
  id: 'm1',
  at: '2017-09-08T10:30:00+08:00',
  audience: 'everyone',
  by: '开发区检验检疫局',
  mine: false,
  text: '请问产品出口到哪里？',
  attachments: [],
  ...changes,
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '写留言' });
const write = (value: string) => fireEvent.input(words(), { target: { value } });

async function openCase(view: RequestView = request) {
  stage.answer('request.get', () => ok(view));
  const page = render(<RequestPage />);
  await screen.findByText('ZY 1709 042 137');
  return page;
}

beforeEach(() => {
  stage.reset();
  stage.params = { id: request.id };
});

describe('messages in a case', () => {
  it('are shown with who wrote them, the oldest first', async () => {
    await openCase(sampleRequestView({ messages: [message({}), message({ id: 'm2', mine: true, by: '企业', text: '日本。' })] }));
    expect(screen.getByText('开发区检验检疫局 · 9 月 8 日 10:30').parentElement?.textContent).toContain('请问产品出口到哪里？');
    expect(screen.getByText('我 · 9 月 8 日 10:30').parentElement?.textContent).toContain('日本。');
  });

  it('are sent, and the field is empty for the next one', async () => {
    await openCase();
    stage.answer('request.say', ({ text }) => ok(sampleRequestView({ messages: [message({ mine: true, text })] })));
    press('发送留言');
    expect(screen.getByText('请填写留言。')).toBeTruthy();
    write('产品出口日本。');
    expect(screen.getByText('7 / 1000 字')).toBeTruthy();
    press('发送留言');
    expect(await screen.findByText('产品出口日本。')).toBeTruthy();
    expect(words().value).toBe('');
    expect(stage.sentTo('request.say')).toMatchObject([{ input: { id: request.id, text: '产品出口日本。', attachmentIds: [] } }]);
  });

  it('that were typed and not sent are there again after the page was closed', async () => {
    const page = await openCase();
    write('产品出口日本。');
    press('发送留言');
    expect((await screen.findByRole('alert')).textContent).toContain('没有送出');
    page.unmount();
    await openCase();
    expect(words().value).toBe('产品出口日本。');
  });

  it('may be refused', async () => {
    await openCase();
    stage.answer('request.say', () => refused('invalid_input', '有内容需要修改。', { text: '留言里有看不见的特殊字符。' }));
    write('产品出口日本。');
    press('发送留言');
    expect(await screen.findByText('留言里有看不见的特殊字符。')).toBeTruthy();
    expect(words().value).toBe('产品出口日本。');
  });
});

describe('colleagues', () => {
  const expiresAt = '2017-09-14T09:00:00+08:00';

  it('are invited one by one with a link', async () => {
    stage.answer('request.invite', () => ok({ token: TOKEN, expiresAt }));
    await openCase();
    expect(stage.shared()).toMatchObject({ path: '/pages/service/index' });
    press('邀请一位同事');
    expect(await screen.findByText(/请在 9 月 14 日前发给一位同事，只能使用一次/)).toBeTruthy();
    press('复制邀请链接');
    await waitFor(() => {
      expect(stage.copied[0]).toContain(`/service/follow/index?token=${TOKEN}`);
    });
    expect(stage.shared()).toEqual({ title: '请一起跟进“请专家上门”的办理进度', path: `/service/follow/index?token=${TOKEN}` });
    press('再邀请一位');
    await waitFor(() => {
      expect(stage.sentTo('request.invite')).toHaveLength(2);
    });
  });

  it('get no invitation that was lost on its way', async () => {
    stage.answer('request.invite', () => ok({ token: null, expiresAt }));
    await openCase();
    press('邀请一位同事');
    await waitFor(() => {
      expect(stage.said).toEqual(['没有收到邀请，请再点一次']);
    });
    expect(screen.queryByRole('button', { name: '复制邀请链接' })).toBeNull();
  });

  it('are counted, and their following can be ended', async () => {
    stage.answer('request.unfollow', () => ok({ id: request.id }));
    await openCase(sampleRequestView({ followerCount: 2 }));
    expect(screen.getByText(/已有 2 位同事在跟进/)).toBeTruthy();
    stage.answer('request.get', () => ok(request));
    press('结束同事的跟进');
    await waitFor(() => {
      expect(screen.queryByText(/已有 2 位同事/)).toBeNull();
    });
    expect(stage.asked).toEqual(['结束同事的跟进']);
    expect(stage.sentTo('request.unfollow')).toMatchObject([{ input: { id: request.id, all: true } }]);
  });

  it('see the case without what only the owner does, and may leave', async () => {
    stage.answer('request.unfollow', () => ok({ id: request.id }));
    await openCase(sampleRequestView({ actors: ['follower'], moves: [], followerCount: null }));
    expect(screen.queryByRole('button', { name: '撤回申请' })).toBeNull();
    expect(screen.queryByRole('button', { name: '邀请一位同事' })).toBeNull();
    expect(words()).toBeTruthy();
    press('不再跟进');
    await waitFor(() => {
      expect(stage.opened).toEqual(['/service/requests/index']);
    });
    expect(stage.sentTo('request.unfollow')).toMatchObject([{ input: { id: request.id } }]);
  });
});

describe('an invitation to follow', () => {
  const offer = { title: '请专家上门', firmName: '天津示例食品有限公司', receiptNumber: 'ZY1709042137', valid: true };

  beforeEach(() => {
    stage.params = { token: TOKEN };
  });

  it('says what it is for, and leads to the case once accepted', async () => {
    stage.answer('request.follow-offer', () => ok(offer));
    stage.answer('request.follow', () => ok({ id: request.id }));
    render(<FollowPage />);
    expect(await screen.findByText('受理编号 ZY 1709 042 137')).toBeTruthy();
    expect(stage.sentTo('request.follow-offer')).toMatchObject([{ input: { token: TOKEN } }]);
    press('一起跟进');
    await waitFor(() => {
      expect(stage.opened).toEqual([`/service/request/index?id=${request.id}`]);
    });
    expect(stage.sentTo('request.follow')).toMatchObject([{ input: { token: TOKEN } }]);
  });

  it('that was used or has expired says so', async () => {
    stage.answer('request.follow-offer', () => ok({ ...offer, valid: false }));
    render(<FollowPage />);
    expect(await screen.findByText('这个邀请已经失效')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '一起跟进' })).toBeNull();
  });

  it('that somebody else took meanwhile says so', async () => {
    stage.answer('request.follow-offer', () => ok(offer));
    stage.answer('request.follow', () => refused('not_found', '这个邀请已经用过，请让同事重新邀请。'));
    render(<FollowPage />);
    await screen.findByText('受理编号 ZY 1709 042 137');
    press('一起跟进');
    expect((await screen.findByRole('alert')).textContent).toContain('已经用过');
    expect(stage.opened).toEqual([]);
  });
});
