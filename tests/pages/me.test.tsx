import { ok, refused, stage } from '../support/taro/taro';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { MeView } from '../../src/contract/person';
import MePage from '../../src/pages/me';

const visitor: MeView = {
  clock: { now: '2017-09-07T09:00:00+08:00', demo: false },
  person: null,
  roles: [],
  offices: [],
  managesContest: false,
  requestCount: 0,
  wrongQuestionCount: 0,
  unreadCount: 0,
  personas: null,
};

const personas = [
  { id: 'firm', name: '企业经办人', summary: '提交申请' },
  { id: 'officer', name: '东港局工作人员', summary: '受理申请' },
];

const officer: MeView = {
  ...visitor,
  person: { id: 'p-2', kind: 'demo', label: '东港局工作人员' },
  roles: ['officer'],
  offices: [
    { id: 'donggang', name: '东港检验检疫局', waitingCount: 2 },
    { id: 'nanjiang', name: '南疆检验检疫局', waitingCount: 1 },
  ],
  personas,
};

async function openMe(view: MeView) {
  stage.answer('person.me', () => ok(view));
  render(<MePage />);
  await screen.findByRole('heading', { name: '我的内容' });
}

const persona = (name: RegExp) => screen.getByRole('radio', { name });

beforeEach(stage.reset);

describe('the me tab', () => {
  it('asks no visitor to sign in', async () => {
    await openMe(visitor);
    expect(screen.getByText('访客')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '工作' })).toBeNull();
    expect(stage.sent.map(({ action }) => action)).toEqual(['person.me']);
  });

  it('leads to one’s own things, with how many there are', async () => {
    await openMe({ ...visitor, requestCount: 3, wrongQuestionCount: 12 });
    for (const name of [/^我的申请 3/, '凭编号查进度', /^错题本 12/, /^个人信息/]) fireEvent.click(screen.getByRole('link', { name }));
    expect(stage.opened).toEqual([
      '/service/requests/index',
      '/service/lookup/index',
      '/contest/wrong-questions/index',
      '/service/personal-data/index',
    ]);
  });

  it('shows an officer how many requests wait in all offices together', async () => {
    await openMe(officer);
    expect(screen.getByText('东港检验检疫局、南疆检验检疫局')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: /待办申请.*3 份等待受理/ }));
    expect(stage.opened).toEqual(['/officer/inbox/index']);
  });

  it('tells an officer that nothing waits', async () => {
    await openMe({ ...officer, offices: [{ id: 'donggang', name: '东港检验检疫局', waitingCount: 0 }] });
    expect(screen.getByText('没有等待受理的申请')).toBeTruthy();
  });

  it('leads to the contest only an officer of the office that holds it', async () => {
    await openMe({ ...officer, managesContest: true });
    fireEvent.click(screen.getByRole('link', { name: /竞赛管理/ }));
    expect(stage.opened).toEqual(['/officer/contest/index']);
    cleanup();
    await openMe(officer);
    expect(screen.queryByRole('link', { name: /竞赛管理/ })).toBeNull();
  });

  it.each([
    ['dispatcher', '调度人员', ['/officer/inbox/index']],
    ['administrator', '管理员', ['/officer/roles/index', '/officer/audit/index']],
  ] as const)('leads a %s to their work', async (role, name, places) => {
    await openMe({ ...visitor, person: { id: 'p-3', kind: 'wechat', label: '微信用户' }, roles: [role] });
    expect(screen.getByText(name)).toBeTruthy();
    for (const link of screen.queryAllByRole('link', { name: /待办申请|角色与邀请|操作记录/ })) fireEvent.click(link);
    expect(stage.opened).toEqual(places);
  });

  it('offers the staff’s sign-in in a browser to who has no role', async () => {
    await openMe(visitor);
    fireEvent.click(screen.getByRole('link', { name: /^工作人员登录/ }));
    expect(stage.opened).toEqual(['/officer/sign-in/index']);
    cleanup();
    await openMe(officer);
    expect(screen.queryByRole('link', { name: /^工作人员登录/ })).toBeNull();
  });

  it('lets who signed in by WeChat leave this desktop', async () => {
    localStorage.setItem('session', '"desktop-token"');
    await openMe({ ...officer, person: { id: 'p-3', kind: 'wechat', label: '微信用户' } });
    stage.answer('session.end', () => ok({ ended: true }));
    stage.answer('person.me', () => ok(visitor));
    fireEvent.click(screen.getByRole('button', { name: '退出这台电脑' }));
    expect(await screen.findByText('访客')).toBeTruthy();
    expect(stage.sentTo('session.end')).toMatchObject([{ token: 'desktop-token' }]);
    expect(stage.sentTo('person.me').at(-1)?.token).toBeNull();
    expect(screen.queryByRole('button', { name: '退出这台电脑' })).toBeNull();
  });

  it('reads the counts again when it comes back into view', async () => {
    await openMe(officer);
    act(() => {
      stage.happen('didShow');
    });
    stage.answer('person.me', () => ok({ ...officer, offices: [{ id: 'donggang', name: '东港检验检疫局', waitingCount: 0 }] }));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    expect(await screen.findByText('没有等待受理的申请')).toBeTruthy();
    expect(stage.sent).toHaveLength(2);
  });

  it('says that it could not be read', async () => {
    render(<MePage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('访客')).toBeNull();
  });
});

describe('the demo’s personas', () => {
  it('are no part of production', async () => {
    await openMe(visitor);
    expect(screen.queryByRole('radiogroup', { name: '演示身份' })).toBeNull();
    expect(screen.queryByText(/演示环境/)).toBeNull();
  });

  it('mark who one is', async () => {
    await openMe(officer);
    expect(persona(/东港局/).getAttribute('aria-checked')).toBe('true');
    expect(persona(/企业经办人/).getAttribute('aria-checked')).toBe('false');
  });

  it('let one be somebody else, from the next call on', async () => {
    await openMe({ ...visitor, personas });
    const person = { id: 'p-2', kind: 'demo', label: '东港局工作人员' } as const;
    stage.answer('session.demo', () => ok({ token: 'officer-token', expiresAt: '2017-10-07T09:00:00+08:00', person }));
    stage.answer('person.me', () => ok(officer));
    fireEvent.click(persona(/东港局/));
    expect(await screen.findByRole('heading', { name: '工作' })).toBeTruthy();
    expect(stage.sentTo('session.demo')).toMatchObject([{ input: { persona: 'officer' } }]);
    expect(stage.sentTo('person.me').map(({ token }) => token)).toEqual([null, 'officer-token']);
  });

  it('say why one could not become somebody else', async () => {
    await openMe({ ...visitor, personas });
    stage.answer('session.demo', () => refused('forbidden', '当前身份不能进行这项操作。'));
    fireEvent.click(persona(/企业经办人/));
    expect((await screen.findByRole('alert')).textContent).toContain('当前身份不能进行这项操作');
    await waitFor(() => {
      expect(persona(/企业经办人/).getAttribute('aria-checked')).toBe('false');
    });
  });
});
