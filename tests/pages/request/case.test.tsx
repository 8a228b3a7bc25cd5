import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { RequestView } from '../../../src/contract/request/request';
import RequestPage from '../../../src/service/request';
import { request, returned } from '../sample-request';

const withdrawn: RequestView = { ...request, version: 2, state: 'withdrawn', stateLabel: '已撤回', promise: { kind: 'ended' }, next: [], moves: [] };

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function openRequest(view: RequestView = request) {
  stage.answer('request.get', () => ok(view));
  render(<RequestPage />);
  await screen.findByText('ZY 1709 042 137');
}

beforeEach(() => {
  stage.reset();
  stage.params = { id: request.id };
  stage.answer('request.withdraw', () => ok(withdrawn));
});

describe('one’s own request', () => {
  it('shows where it stands, by when it is answered, what happened and what comes next', async () => {
    await openRequest();
    expect(stage.sentTo('request.get')).toMatchObject([{ input: { id: request.id } }]);
    expect(screen.getByText('已提交，等待受理')).toBeTruthy();
    expect(screen.getByText('开发区检验检疫局承诺 9 月 14 日前答复，还有 5 个工作日')).toBeTruthy();
    expect(screen.getByText('9 月 7 日 09:00 · 天津示例食品有限公司')).toBeTruthy();
    expect(screen.getByLabelText('接下来：专家上门')).toBeTruthy();
  });

  it('is no news any more once it is shown, and again when there is more in it', async () => {
    stage.answer('message.read', () => ok({ unreadCount: 0 }));
    await openRequest();
    expect(stage.sentTo('message.read').map(({ input }) => input)).toEqual([{ requestId: request.id }]);
    press('撤回申请');
    await screen.findByText('已撤回');
    expect(stage.sentTo('message.read')).toHaveLength(2);
  });

  it.each<[RequestView['promise'], string]>([
    [{ kind: 'running', what: 'answer', dueOn: '2017-09-07', workingDaysLeft: 0 }, '承诺今天（9 月 7 日）内答复'],
    [{ kind: 'running', what: 'conclude', dueOn: '2017-10-18', workingDaysLeft: 20 }, '承诺 10 月 18 日前办结，还有 20 个工作日'],
    [{ kind: 'running', what: 'answer', dueOn: '2017-09-05', workingDaysLeft: -2 }, '应在 9 月 5 日前答复，已超过 2 个工作日'],
    [{ kind: 'paused', reason: 'testing', reasonName: '等待检测结果', workingDaysLeft: 3 }, '暂停计时：等待检测结果。恢复后 3 个工作日内办理'],
    [{ kind: 'paused', reason: 'completion', reasonName: '等待企业补充材料', workingDaysLeft: -2 }, '暂停计时：等待企业补充材料。恢复后 1 个工作日内办理'],
    [{ kind: 'kept' }, '已在承诺的时间内办理'],
    [{ kind: 'missed' }, '已办理，比承诺的时间晚'],
  ])('keeps the office to its promise: %j', async (promise, words) => {
    await openRequest({ ...request, promise });
    expect(screen.getByText(`开发区检验检疫局${words}`)).toBeTruthy();
  });

  it('shows what was filled in, and opens what was attached', async () => {
    const opened = jest.spyOn(window, 'open').mockReturnValue(null);
    await openRequest({ ...request, attachments: [{ id: 'a', name: '标签.pdf', mediaType: 'application/pdf', byteLength: 2048, url: '/files/a' }] });
    for (const { label, text } of request.fields) {
      expect(screen.getByText(label)).toBeTruthy();
      expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    }
    press('打开标签.pdf，2 KB');
    expect(opened).toHaveBeenCalledWith('/files/a', '_blank', 'noopener');
  });

  it('says that it was filed without a name', async () => {
    stage.params = { id: request.id, filed: 'now' };
    await openRequest({ ...request, anonymous: true, firmName: null });
    expect(screen.getByRole('alert').textContent).toContain('匿名申请没有留下电话');
    expect(screen.getByText(/办理单位看不到您是谁/)).toBeTruthy();
  });

  it('names the request into which it was merged', async () => {
    await openRequest({ ...withdrawn, state: 'merged', stateLabel: '已并案', mergedInto: 'ZY1709042012' });
    expect(screen.getByText(/已并入 ZY 1709 042 012 一起办理/)).toBeTruthy();
  });

  it('asks to note the number right after filing, and only then', async () => {
    stage.params = { id: request.id, filed: 'now' };
    await openRequest();
    expect(screen.getByRole('alert').textContent).toContain('请记下受理编号');
  });

  it('copies its number as one types it into a search', async () => {
    await openRequest();
    expect(screen.queryByRole('alert')).toBeNull();
    press('复制受理编号');
    await waitFor(() => {
      expect(stage.said).toEqual(['编号已复制']);
    });
    expect(stage.copied).toEqual(['ZY1709042137']);
  });

  it('says what the office misses and leads to the form', async () => {
    await openRequest(returned);
    expect(screen.getByText('请写明产品的名称和产量。')).toBeTruthy();
    press('去补充');
    expect(stage.opened).toEqual([`/service/form/index?request=${request.id}`]);
  });

  it('is withdrawn once the person has said so', async () => {
    await openRequest();
    stage.saysYes = false;
    press('撤回申请');
    await waitFor(() => {
      expect(stage.asked).toEqual(['撤回这份申请']);
    });
    await settled();
    expect(stage.sentTo('request.withdraw')).toEqual([]);

    stage.saysYes = true;
    press('撤回申请');
    expect(await screen.findByText('已撤回')).toBeTruthy();
    expect(stage.sentTo('request.withdraw')).toMatchObject([{ input: { id: request.id, version: 1 } }]);
    expect(screen.queryByRole('button', { name: '撤回申请' })).toBeNull();
    expect(screen.queryByText(/承诺/)).toBeNull();
  });

  it('shows what it has become when somebody was quicker', async () => {
    await openRequest();
    stage.answer('request.get', () => ok({ ...returned, moves: [] }));
    stage.answer('request.withdraw', () => refused('conflict', '这项内容刚刚有了变化，请刷新后再操作。'));
    press('撤回申请');
    expect(await screen.findByText('请写明产品的名称和产量。')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('刚刚有了变化');
  });

  it('stays as it was when it could not be withdrawn, and says why', async () => {
    stage.goOffline('request.withdraw');
    await openRequest();
    press('撤回申请');
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    press('撤回申请');
    await waitFor(() => {
      expect(stage.sentTo('request.withdraw')).toHaveLength(2);
    });
    const [first, second] = stage.sentTo('request.withdraw');
    expect(second).toEqual(first);
    await screen.findByRole('alert');
  });

  it('reads itself again when it comes back into view, not when it is first shown', async () => {
    await openRequest();
    act(() => {
      stage.happen('didShow');
    });
    expect(stage.sentTo('request.get')).toHaveLength(1);
    stage.answer('request.get', () => ok(withdrawn));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    expect(await screen.findByText('已撤回')).toBeTruthy();
  });

  it('shows a stranger’s request to nobody', async () => {
    stage.answer('request.get', () => refused('not_found', '没有找到您要看的内容。'));
    render(<RequestPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});
