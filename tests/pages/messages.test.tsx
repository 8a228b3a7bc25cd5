import { ok, refused, settled, stage } from '../support/taro/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { MessagePage, MessageRow } from '../../src/contract/message';
import MessagesPage from '../../src/service/messages';

const message: MessageRow = {
  id: 'a',
  at: '2017-09-07T09:00:00+08:00',
  kind: 'request-answered',
  title: '您的申请已受理',
  text: '开发区检验检疫局已受理，将安排专家上门。',
  route: '/service/request/index?id=7',
  unread: true,
};
const read: MessageRow = { ...message, id: 'b', title: '您的申请已办结', route: null, unread: false };
const page = (messages: MessageRow[], rest: Partial<MessagePage> = {}) => ok({ messages, unreadCount: messages.filter(({ unread }) => unread).length, nextCursor: null, ...rest });

beforeEach(stage.reset);

it('says of each message what happened and when, and in words which is unread', async () => {
  stage.answer('message.list', () => page([message, read]));
  render(<MessagesPage />);
  expect((await screen.findByRole('link', { name: /已受理/ })).textContent).toBe('您的申请已受理未读开发区检验检疫局已受理，将安排专家上门。受理结果 · 9 月 7 日 09:00');
  expect(screen.getByText('您的申请已办结').closest('[role]')?.getAttribute('role')).toBe('main');
});

it('opens where a message leads and marks it as read', async () => {
  stage.answer('message.list', () => page([message]));
  stage.answer('message.read', () => ok({ unreadCount: 0 }));
  render(<MessagesPage />);
  const link = await screen.findByRole('link', { name: /已受理/ });
  stage.answer('message.list', () => page([{ ...message, unread: false }]));
  fireEvent.click(link);
  expect(stage.opened).toEqual(['/service/request/index?id=7']);
  await waitFor(() => expect(screen.queryByText('未读')).toBeNull());
  expect(stage.sentTo('message.read').map(({ input }) => input)).toEqual([{ id: 'a', andOlder: false }]);
  fireEvent.click(screen.getByRole('link', { name: /已受理/ }));
  expect(stage.sentTo('message.read')).toHaveLength(1);
});

it('marks as read what leads nowhere', async () => {
  stage.answer('message.list', () => page([{ ...read, unread: true }]));
  stage.answer('message.read', () => ok({ unreadCount: 0 }));
  render(<MessagesPage />);
  fireEvent.click(await screen.findByRole('button', { name: /已办结/ }));
  expect(stage.sentTo('message.read')).toHaveLength(1);
  expect(stage.opened).toEqual([]);
  await settled();
});

describe('all at once', () => {
  it('are marked up to the newest shown', async () => {
    stage.answer('message.list', () => page([message, read], { unreadCount: 31 }));
    stage.answer('message.read', () => ok({ unreadCount: 0 }));
    render(<MessagesPage />);
    const button = await screen.findByRole('button', { name: '全部标为已读（31 条未读）' });
    stage.answer('message.list', () => page([{ ...message, unread: false }, read]));
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('button', { name: /全部标为已读/ })).toBeNull());
    expect(stage.sentTo('message.read').map(({ input }) => input)).toEqual([{ id: 'a', andOlder: true }]);
  });

  it('stay unread when that fails, and the person is told', async () => {
    stage.answer('message.list', () => page([message]));
    stage.answer('message.read', () => refused('unavailable', '服务暂时不可用，请稍后重试。'));
    render(<MessagesPage />);
    fireEvent.click(await screen.findByRole('button', { name: /全部标为已读/ }));
    await waitFor(() => expect(stage.said).toEqual(['服务暂时不可用，请稍后重试。']));
    expect(screen.getByText('未读')).toBeTruthy();
  });
});

it('says what will come here when there is nothing, and never when reading failed', async () => {
  render(<MessagesPage />);
  expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
  stage.answer('message.list', () => page([]));
  fireEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('还没有消息')).toBeTruthy();
});

it('reads again when it comes back into view', async () => {
  stage.answer('message.list', () => page([read]));
  render(<MessagesPage />);
  await screen.findByText('您的申请已办结');
  stage.answer('message.list', () => page([message, read]));
  act(() => {
    stage.happen('didHide');
    stage.happen('didShow');
  });
  expect(await screen.findByText('您的申请已受理')).toBeTruthy();
});
