import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import LobbyPage from '../../../src/contest/lobby';
import type { AttemptRow, ContestView, MyContest } from '../../../src/contract/contest/contest';
import { attemptId, contest, entry, mine } from './sample-contest';

const show = async (change: Partial<ContestView> = {}) => {
  stage.answer('contest.get', () => ok({ ...contest, ...change }));
  render(<LobbyPage />);
  await screen.findByText('竞赛规则');
};

const withMine = (change: Partial<MyContest>) => show({ mine: { ...mine, ...change } });

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

const write = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  fireEvent.blur(screen.getByLabelText(label));
};

const submitted: AttemptRow = {
  id: attemptId,
  number: 1,
  state: 'submitted',
  startedAt: '2017-09-07T09:00:00+08:00',
  submittedAt: '2017-09-07T09:06:00+08:00',
  score: 85,
  passed: true,
};

beforeEach(stage.reset);

describe('the lobby of the contest', () => {
  it('says the rules in plain words', async () => {
    await show();
    expect(screen.getByText('单选 2 题共 9 分，多选 1 题共 6 分。每次的题目和选项顺序都由系统随机抽取。')).toBeTruthy();
    expect(screen.getByText(/多选题少选、没有错选的，得一半的分/)).toBeTruthy();
    expect(screen.getByText('每天 2 次，一共 6 次，取最好的一次。')).toBeTruthy();
    expect(screen.getByText('交卷后就能看到成绩、解析和依据。')).toBeTruthy();
    expect(screen.getByText('20 份。从成绩合格的参赛者中抽取。')).toBeTruthy();
    expect(screen.getByText(/访客可以答题、看成绩、领证书，不列入榜单，不参加抽奖/)).toBeTruthy();
  });

  it('asks before the clock starts, and starts only on a yes', async () => {
    await show();
    stage.saysYes = false;
    press('开始答题（今天还有 2 次）');
    await settled();
    expect(stage.opened).toEqual([]);
    stage.saysYes = true;
    press('开始答题（今天还有 2 次）');
    await settled();
    expect(stage.asked).toEqual(['开始答题', '开始答题']);
    expect(stage.opened).toEqual(['/contest/attempt/index']);
  });

  it('goes on with the attempt that is running, without asking', async () => {
    await withMine({ openAttemptId: attemptId });
    expect(screen.getByText('您有一份答卷还没有交，计时没有停，请尽快接着答。')).toBeTruthy();
    press('继续答题');
    expect(stage.opened).toEqual([`/contest/attempt/index?id=${attemptId}`]);
    expect(stage.asked).toEqual([]);
  });

  it.each([
    [{ attemptsLeftToday: 0, attemptsLeft: 4 }, '今天的次数已用完', '今天的次数已用完，还剩 4 次，明天可以接着参加。'],
    [{ attemptsLeftToday: 0, attemptsLeft: 0 }, '答题次数已用完', '答题次数已经全部用完，感谢参与。'],
  ])('says that no attempt is left (%o)', async (change, button, notice) => {
    await withMine(change);
    expect(screen.getByText(notice)).toBeTruthy();
    press(button);
    expect(stage.opened).toEqual([]);
  });

  it('promises no tomorrow on the last day', async () => {
    await show({ now: '2017-09-28T10:00:00+08:00', mine: { ...mine, attemptsLeftToday: 0, attemptsLeft: 4 } });
    expect(screen.getByText('今天的次数已用完，竞赛今天截止，感谢参与。')).toBeTruthy();
  });

  it.each([
    ['before', '竞赛 9 月 7 日 09:00 开始。可以先练习，也可以先填好参加方式。'],
    ['closed', '竞赛已于 9 月 28 日 18:00 结束。'],
  ] as const)('offers no start %s the contest', async (phase, notice) => {
    await show({ phase });
    expect(screen.getByText(notice)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /开始答题/ })).toBeNull();
  });

  it('tells a guest what a guest may not have', async () => {
    await withMine({ ranked: false });
    expect(screen.getByText('您现在是访客身份：可以答题、看成绩、领证书，不列入榜单，不参加抽奖。')).toBeTruthy();
  });

  it('lists the attempts, newest first, with the way to their results', async () => {
    const second: AttemptRow = { ...submitted, id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a02', number: 2, score: null, passed: null };
    await withMine({ attempts: [submitted, second] });
    const rows = screen.getAllByRole('link', { name: /第 \d 次/ });
    expect(rows.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('成绩待公布'), expect.stringContaining('85 分')]);
    rows[1]?.click();
    expect(stage.opened).toEqual([`/contest/result/index?id=${attemptId}`]);
  });

  it('shows corrections and the certificate only when there are any', async () => {
    await show();
    expect(screen.queryByRole('link', { name: /题目更正|证书/ })).toBeNull();
  });

  it('links to corrections and the certificate when there are any', async () => {
    await show({ erratumCount: 2, mine: { ...mine, best: { attemptId, score: 85, correctCount: 17, usedMs: 1, passed: true } } });
    fireEvent.click(screen.getByRole('link', { name: /题目更正/ }));
    fireEvent.click(screen.getByRole('link', { name: /证书/ }));
    expect(stage.opened).toEqual(['/contest/errata/index', '/contest/certificate/index']);
  });

  it('reads again when it comes back into view', async () => {
    await show();
    stage.answer('contest.get', () => ok({ ...contest, mine: { ...mine, attemptsLeftToday: 1, attempts: [submitted] } }));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    await settled();
    expect(screen.getByRole('button', { name: '开始答题（今天还有 1 次）' })).toBeTruthy();
  });

  it('never offers a group on H5', async () => {
    await show();
    expect(screen.queryByText(/代表这个微信群参加/)).toBeNull();
  });
});

describe('how one takes part', () => {
  const edit = async (change: Partial<ContestView> = {}) => {
    await show(change);
    press('填写或修改');
  };

  it('previews the name as the boards will show it', async () => {
    await edit();
    fireEvent.click(screen.getByRole('radio', { name: /实名/ }));
    write('姓名', '欧阳小明');
    expect(screen.getByRole('radio', { name: '实名 显示 欧阳小明' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '部分隐藏 显示 欧***' })).toBeTruthy();
  });

  it('sends what was filled in, once, and shows it', async () => {
    stage.answer('contest.enter', ({ nameChoice }) =>
      ok({ entry: { ...entry, nameChoice, name: '王小明', enterprise: { name: '天津示例食品有限公司', creditCode: '91350100M000100Y43' }, officeId: 'baodi' } }),
    );
    await edit();
    fireEvent.click(screen.getByRole('radio', { name: /部分隐藏/ }));
    write('姓名', '王小明');
    write('企业名称（选填）', '天津示例食品有限公司');
    write('企业的统一社会信用代码（选填）', '91350100m000100y43');
    fireEvent.change(screen.getByLabelText('代表的单位（选填）'), { target: { value: 'baodi' } });
    press('保存');
    press(/保存/);
    await settled();
    expect(stage.sentTo('contest.enter')).toMatchObject([
      { input: { nameChoice: 'masked', name: '王小明', enterprise: { name: '天津示例食品有限公司', creditCode: '91350100m000100y43' }, officeId: 'baodi' } },
    ]);
    expect(screen.getByText('王**')).toBeTruthy();
    expect(screen.getByText('天津示例食品有限公司')).toBeTruthy();
    expect(screen.getByText('宝坻局')).toBeTruthy();
  });

  it('sends no name when the person stays anonymous', async () => {
    stage.answer('contest.enter', () => ok({ entry }));
    await edit({ mine: { ...mine, entry: { ...entry, nameChoice: 'real', name: '王小明' } } });
    fireEvent.click(screen.getByRole('radio', { name: /匿名/ }));
    press('保存');
    await settled();
    expect(stage.sentTo('contest.enter')).toMatchObject([{ input: { nameChoice: 'anonymous', name: null, enterprise: null, officeId: null } }]);
  });

  it('says at the fields what to mend, and sends nothing', async () => {
    await edit();
    fireEvent.click(screen.getByRole('radio', { name: /实名/ }));
    write('企业名称（选填）', '天津示例食品有限公司');
    write('企业的统一社会信用代码（选填）', '91350100M000100Y4');
    press('保存');
    const alerts = screen.getAllByRole('alert').map(({ textContent }) => textContent);
    expect(alerts).toEqual(['请填写姓名，或选择匿名。', expect.stringContaining('统一社会信用代码应为 18 位')]);
    expect(stage.scrolledTo).toEqual(['#field-name']);
    expect(stage.sent.map(({ action }) => action)).toEqual(['contest.get']);
  });

  it.each([
    ['企业名称（选填）', '天津示例食品有限公司', '请填写统一社会信用代码；不代表企业的，请把企业名称清空。'],
    ['企业的统一社会信用代码（选填）', '91350100M000100Y43', '请填写企业名称；不代表企业的，请把信用代码清空。'],
  ])('asks for both of an enterprise when only one is filled in: %s', async (label, text, mistake) => {
    await edit();
    write(label, text);
    press('保存');
    expect(screen.getByRole('alert').textContent).toBe(mistake);
    expect(stage.sent.map(({ action }) => action)).toEqual(['contest.get']);
  });

  it('shows what the server refuses at its field, keeping what was typed', async () => {
    stage.answer('contest.enter', () => refused('invalid_input', '有内容需要修改。', { officeId: '没有这个单位，请从列表中选择。' }));
    await edit();
    fireEvent.click(screen.getByRole('radio', { name: /实名/ }));
    write('姓名', '王小明');
    press('保存');
    expect((await screen.findByRole('alert')).textContent).toBe('没有这个单位，请从列表中选择。');
    expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('王小明');
  });

  it('cannot be changed any more when the contest is over', async () => {
    await show({ phase: 'closed' });
    expect(screen.queryByRole('button', { name: /填写或修改|改为匿名/ })).toBeNull();
  });

  it('can still become anonymous when the contest is over, and only that', async () => {
    const enterprise = { name: '天津示例食品有限公司', creditCode: '91350100M000100Y43' };
    const named = { ...entry, nameChoice: 'real', name: '王小明', enterprise, officeId: 'baodi' } as const;
    stage.answer('contest.enter', () => ok({ entry: { ...named, nameChoice: 'anonymous', name: null } }));
    await show({ phase: 'closed', mine: { ...mine, entry: named } });
    stage.saysYes = false;
    press('改为匿名');
    await settled();
    expect(stage.sentTo('contest.enter')).toEqual([]);
    stage.saysYes = true;
    press('改为匿名');
    await settled();
    expect(stage.sentTo('contest.enter')).toMatchObject([{ input: { nameChoice: 'anonymous', name: null, enterprise, officeId: 'baodi' } }]);
    expect(screen.queryByText('王小明')).toBeNull();
    expect(screen.queryByRole('button', { name: '改为匿名' })).toBeNull();
  });
});
