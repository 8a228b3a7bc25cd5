import { getStorageInfoSync, ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { forgetPerson, resumeFilings } from '../../../src/platform/request/filing';
import { form, request, values } from '../sample-request';
import { field, fillIn, isFiled, mistakeOf, newPhone, openAgain, openFilledIn, openForm, press, send, sent, step, tick, type } from './form-page';

const FILED = `/service/request/index?id=${request.id}&filed=now`;
const isWaiting = () => screen.findByText(/网络恢复后会自动提交，不会重复/);

const networkReturns = () =>
  act(async () => {
    window.dispatchEvent(new Event('online'));
    await Promise.resolve();
  });

/** The app is closed and opened again: what it knew is gone, what the phone keeps is there. */
async function restartApp() {
  const kept = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').map((key) => [key, localStorage.getItem(key) ?? ''] as const);
  forgetPerson();
  for (const [key, value] of kept) localStorage.setItem(key, value);
  resumeFilings();
  await settled();
}

beforeEach(() => {
  newPhone();
  stage.answer('request.form', () => ok(form));
  stage.answer('request.submit', () => ok(request));
});

afterEach(() => {
  forgetPerson();
});

describe('sending', () => {
  it('sends what was filled in and leads to the request', async () => {
    await openFilledIn();
    send();
    await isFiled(FILED);
    expect(sent()).toMatchObject([
      { input: { campaignId: form.campaignId, kindId: 'expert-visit', values, creditCodeConfirmed: false, attachmentIds: [], anonymous: false, consent: true } },
    ]);
  });

  it('asks for consent before it sends', async () => {
    await openForm();
    fillIn();
    send();
    expect(screen.getByText('请先阅读并同意信息使用说明。')).toBeTruthy();
    expect(sent()).toEqual([]);
    tick(form.consent);
    expect(screen.queryByRole('alert')).toBeNull();
    send();
    await isFiled(FILED);
  });

  it('is another request once the first one is filed', async () => {
    const page = await openFilledIn();
    send();
    await isFiled(FILED);
    page.unmount();
    await openFilledIn();
    send();
    await waitFor(() => {
      expect(sent()).toHaveLength(2);
    });
    expect(sent()[1]?.key).not.toBe(sent()[0]?.key);
  });

  it('takes one press while it is under way', async () => {
    await openFilledIn();
    send();
    press(/提交申请，请稍候/);
    await isFiled(FILED);
    expect(sent()).toHaveLength(1);
  });

  it('shows in its own step what the server refuses, and goes back from there', async () => {
    stage.answer('request.submit', () => refused('invalid_input', '有内容需要修改，请查看标出的各项。', { 'values.phone': '这个电话不能使用。' }));
    await openFilledIn();
    send();
    await screen.findByText('这个电话不能使用。');
    expect(step()).toBe('第 2 步，共 3 步');
    expect(mistakeOf(field('联系电话'))).toBe('这个电话不能使用。');
    expect(screen.queryByText(/已保存在本机/)).toBeNull();
    stage.answer('request.submit', () => ok(request));
    type('联系电话', '13900001234');
    press('改好了，回到核对');
    send();
    await isFiled(FILED);
  });

  it('says what was refused for another reason', async () => {
    stage.answer('request.submit', () => refused('campaign_closed', '本届活动不在受理期内，暂时不能提交。'));
    await openFilledIn();
    send();
    expect((await screen.findByRole('alert')).textContent).toBe('本届活动不在受理期内，暂时不能提交。您填写的内容已保存在本机。');
    expect(screen.getByRole('button', { name: '提交申请' })).toBeTruthy();
  });

  it('says what is wrong with what no step asks', async () => {
    stage.answer('request.submit', () => refused('invalid_input', '有内容需要修改，请查看标出的各项。', { kindId: '没有这类事项，请从“企业服务”里选择。' }));
    await openFilledIn();
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('没有这类事项');
  });

  it('leads to the requests when the same form had arrived before and was changed since', async () => {
    stage.answer('request.submit', () => refused('key_reused', '内容已有改动，请返回页面后重新提交。'));
    await openFilledIn();
    send();
    expect(await screen.findByText(/此前已经提交成功/)).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '查看我的申请' }));
    expect(stage.opened).toEqual(['/service/requests/index']);
  });
});

describe('without a network', () => {
  beforeEach(() => {
    stage.goOffline('request.submit');
  });

  it('waits, and is sent by itself when the network is back', async () => {
    await openFilledIn();
    send();
    await isWaiting();
    stage.answer('request.submit', () => ok(request));
    await networkReturns();
    await isFiled(FILED);
    expect(sent()).toHaveLength(2);
    expect(sent()[1]).toEqual(sent()[0]);
  });

  it('is tried again from time to time, for a network that does not say that it is back', async () => {
    jest.useFakeTimers();
    await openFilledIn();
    send();
    await isWaiting();
    stage.answer('request.submit', () => ok(request));
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(stage.opened).toEqual([FILED]);
    jest.useRealTimers();
  });

  it('is one request, however often it is sent, the page left and the app closed in between', async () => {
    const page = await openFilledIn();
    send();
    await isWaiting();
    press('现在重试');
    await isWaiting();
    page.unmount();
    await restartApp();
    expect(sent()).toHaveLength(3);
    stage.answer('request.submit', () => ok(request));
    await networkReturns();
    await waitFor(() => {
      expect(stage.said).toEqual(['“请专家上门”已提交，可以在“我的申请”里查看']);
    });
    const [first, ...others] = sent();
    expect(first?.key).toBeTruthy();
    expect(others).toHaveLength(3);
    for (const other of others) expect(other).toEqual(first);
    await networkReturns();
    expect(sent()).toHaveLength(4);
    expect(getStorageInfoSync().keys.filter((key) => key.startsWith('draft '))).toEqual([]);
  });

  it('still says so when the form is opened again', async () => {
    const page = await openFilledIn();
    send();
    await isWaiting();
    await openAgain(page);
    expect(await isWaiting()).toBeTruthy();
    expect(step()).toBe('第 3 步，共 3 步');
    expect(screen.queryByRole('button', { name: /^修改/ })).toBeNull();
  });

  it('can be taken back and changed, under the same key', async () => {
    await openFilledIn();
    send();
    await isWaiting();
    press('返回修改');
    expect(screen.queryByText(/网络恢复后会自动提交/)).toBeNull();
    await networkReturns();
    expect(sent()).toHaveLength(1);
    press('修改具体情况');
    type('具体情况', '我们每年出口冷冻水饺三百吨，想转内销。');
    press('改好了，回到核对');
    stage.answer('request.submit', () => ok(request));
    send();
    await isFiled(FILED);
    expect(sent()[1]).toMatchObject({ key: sent()[0]?.key, input: { values: { need: '我们每年出口冷冻水饺三百吨，想转内销。' } } });
  });

  it('keeps what was refused while nobody looked, and says why when the form is opened', async () => {
    const page = await openFilledIn();
    send();
    await isWaiting();
    page.unmount();
    stage.answer('request.submit', () => refused('invalid_input', '有内容需要修改。', { phone: '这个电话不能使用。' }));
    await networkReturns();
    await waitFor(() => {
      expect(stage.said).toEqual(['“请专家上门”没有提交成功，请到“我的申请”里查看']);
    });
    await restartApp();
    await openForm();
    expect(await screen.findByText('这个电话不能使用。')).toBeTruthy();
    expect(field('联系电话').value).toBe(values.phone);
  });

  it('sends nothing of a person who has deleted everything', async () => {
    const page = await openFilledIn();
    send();
    await isWaiting();
    page.unmount();
    forgetPerson();
    await networkReturns();
    await restartApp();
    expect(sent()).toHaveLength(1);
  });
});
