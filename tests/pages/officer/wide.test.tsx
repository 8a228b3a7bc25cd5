import { ok, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { MeView } from '../../../src/contract/person';
import InboxPage from '../../../src/officer/inbox';
import { keepSession } from '../../../src/platform/session';
import { caseAtDesk, inboxRow } from './sample-case';

const me: MeView = {
  clock: { now: '2017-09-07T09:00:00+08:00', demo: false },
  person: { id: 'p-1', kind: 'demo', label: '受理人员' },
  roles: ['officer'],
  offices: [],
  managesContest: false,
  requestCount: 0,
  wrongQuestionCount: 0,
  unreadCount: 0,
  personas: null,
};

const [first, second] = [inboxRow({}, 1), inboxRow({}, 2)];
const pane = () => within(screen.getByRole('region', { name: '申请详情' }));

let sessions = 0;
const signIn = () => keepSession({ token: `desktop-${(sessions += 1)}` } as Parameters<typeof keepSession>[0]);

beforeEach(() => {
  stage.reset();
  stage.wide = true;
  // The roles are read once for each session.
  signIn();
  stage.answer('person.me', () => ok(me));
  stage.answer('request.inbox', () => ok({ requests: [first, second], nextCursor: null }));
  stage.answer('request.get', ({ id }) => ok(caseAtDesk({ id, receiptNumber: id === first.id ? 'ZY1709042137' : 'ZY1709052164' })));
});

describe('the workspace on a desktop', () => {
  it('shows the chosen case beside the list, keeps it in the address, and moves the keyboard there', async () => {
    render(<InboxPage />);
    const row = await screen.findByRole('link', { name: /天津示例2公司/ });
    expect(pane().getByText('还没有选择申请')).toBeTruthy();
    fireEvent.keyDown(row, { key: 'Enter' });
    expect(await pane().findByText('ZY 1709 052 164')).toBeTruthy();
    expect(stage.opened).toEqual([]);
    expect(window.location.hash).toBe(`#/officer/inbox/index?id=${second.id}`);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '申请详情' }));
    expect(screen.getByRole('link', { name: /天津示例2公司/ }).getAttribute('aria-current')).toBe('page');
    await settled();
  });

  it('opens the case that the address names', async () => {
    stage.params = { id: first.id };
    render(<InboxPage />);
    expect(await pane().findByText('ZY 1709 042 137')).toBeTruthy();
    await settled();
  });

  it('marks in the list what was done beside it', async () => {
    stage.params = { id: first.id };
    stage.answer('request.accept', ({ id }) => ok(caseAtDesk({ id, version: 2, state: 'accepted', stateLabel: '已受理', moves: ['conclude'] })));
    render(<InboxPage />);
    fireEvent.click(await pane().findByRole('button', { name: '受理' }));
    fireEvent.click(pane().getByRole('button', { name: '确认受理' }));
    expect(await pane().findByText('已受理，企业能在“我的申请”里看到。')).toBeTruthy();
    expect(within(screen.getByRole('link', { name: /天津示例1公司/ })).getByText('已受理')).toBeTruthy();
    expect(stage.sentTo('request.inbox')).toHaveLength(1);
  });

  it('leads by role to the other places, having asked for the roles once', async () => {
    const { unmount } = render(<InboxPage />);
    const places = within(await screen.findByRole('navigation', { name: '工作台' }));
    const dashboard = await places.findByRole('link', { name: '数据看板' });
    expect(places.queryByRole('link', { name: '操作记录' })).toBeNull();
    expect(places.getByRole('link', { current: 'page' }).textContent).toBe('待办申请');
    fireEvent.click(dashboard);
    expect(stage.opened).toEqual(['/officer/dashboard/index']);
    unmount();
    render(<InboxPage />);
    await screen.findByRole('link', { name: '数据看板' });
    expect(stage.sentTo('person.me')).toHaveLength(1);
    await settled();
  });

  it('asks again for the roles of somebody else', async () => {
    const { unmount } = render(<InboxPage />);
    await screen.findByRole('link', { name: '数据看板' });
    unmount();
    signIn();
    stage.answer('person.me', () => ok({ ...me, roles: ['officer', 'administrator'] }));
    render(<InboxPage />);
    expect(await screen.findByRole('link', { name: '操作记录' })).toBeTruthy();
    await settled();
  });
});

describe('the workspace on a phone', () => {
  it('has no second column and no navigation, and asks for nothing more', async () => {
    stage.wide = false;
    render(<InboxPage />);
    await screen.findByText('天津示例1公司');
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByRole('navigation', { name: '工作台' })).toBeNull();
    expect(stage.sent).toHaveLength(1);
  });

  it('opens a desktop’s link as the case’s own page', async () => {
    stage.wide = false;
    stage.params = { id: first.id };
    render(<InboxPage />);
    await screen.findByText('天津示例1公司');
    expect(stage.opened).toEqual([`/officer/request/index?id=${first.id}`]);
  });
});
