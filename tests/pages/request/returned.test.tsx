import { ok, refused, stage } from '../../support/taro/taro';
import { render, screen, waitFor } from '@testing-library/react';
import FormPage from '../../../src/service/form';
import { form, request, returned, values } from '../sample-request';
import { field, goOn, isFiled, isOn, newPhone, openAgain, openForm, press, step, type } from './form-page';

const NEED = '我们每年出口冷冻水饺三百吨，想转内销。';
const completed = () => stage.sentTo('request.complete');

function send() {
  while (screen.queryByRole('button', { name: '下一步' })) goOn();
  press('补充后提交');
}

beforeEach(() => {
  newPhone();
  stage.params = { request: returned.id };
  stage.answer('request.form', () => ok(form));
  stage.answer('request.get', () => ok(returned));
  stage.answer('request.complete', () => ok({ ...request, version: 3 }));
});

describe('completing a returned request', () => {
  it('shows what is missing above the form filled in, in every step, and asks for no consent again', async () => {
    await openForm();
    expect(field('具体情况').value).toBe(values.need);
    expect(isOn('9 月 12 日（周二）')).toBe(true);
    for (let next = 1; next <= 3; next += 1) {
      expect(step()).toBe(`第 ${next} 步，共 3 步`);
      expect(screen.getByText('开发区检验检疫局请您补充：请写明产品的名称和产量。')).toBeTruthy();
      if (next < 3) goOn();
    }
    expect(screen.getByText(values.phone)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('sends the version it is about, and goes back to the request that lies below', async () => {
    stage.below = [{ route: 'pages/me/index' }, { route: 'service/request/index', options: { id: returned.id } }];
    await openForm();
    type('具体情况', NEED);
    send();
    await isFiled('back');
    expect(completed()).toMatchObject([{ input: { id: returned.id, version: 2, values: { ...values, need: NEED }, attachmentIds: [] } }]);
  });

  it('opens the request in its place when another one lies below', async () => {
    stage.below = [{ route: 'service/request/index', options: { id: 'another' } }];
    await openForm();
    send();
    await isFiled(`/service/request/index?id=${returned.id}`);
  });

  it('asks again for dates that have passed meanwhile', async () => {
    stage.answer('request.get', () => ok({ ...returned, values: { ...values, preferredDates: ['2017-09-08'] } }));
    await openForm();
    expect(screen.getByText('“方便的日期”里原来选的已经不能再选，请重新选择。')).toBeTruthy();
    goOn();
    expect(screen.getByText('请至少选择一个方便的日期。')).toBeTruthy();
    expect(completed()).toEqual([]);
  });

  it('has a draft of its own, and the original back for the asking', async () => {
    const page = await openForm();
    type('具体情况', NEED);
    const again = await openAgain(page);
    expect(field('具体情况').value).toBe(NEED);
    press('恢复原来的内容');
    expect(field('具体情况').value).toBe(values.need);
    stage.params = { kind: form.kindId };
    await openAgain(again);
    expect(field('具体情况').value).toBe('');
  });

  it('carries one key for each time it was returned', async () => {
    stage.goOffline('request.complete');
    const page = await openForm();
    send();
    await screen.findByText(/网络恢复后会自动提交/);
    press('现在重试');
    await waitFor(() => {
      expect(completed()).toHaveLength(2);
    });
    await screen.findByText(/网络恢复后会自动提交/);
    press('返回修改');
    // The first try did arrive, unknown to the page, and the office has returned the request once more.
    stage.answer('request.get', () => ok({ ...returned, version: 4 }));
    await openAgain(page);
    send();
    await screen.findByText(/网络恢复后会自动提交/);
    const [first, second, third] = completed().map(({ key }) => key);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('says that nothing is missing when the request was returned no longer', async () => {
    stage.answer('request.get', () => ok(request));
    render(<FormPage />);
    expect(await screen.findByText('这份申请不需要补充')).toBeTruthy();
    press('看办理进度');
    expect(stage.opened).toEqual([`/service/request/index?id=${request.id}`]);
  });

  it('says that the request was not found', async () => {
    stage.answer('request.get', () => refused('not_found', '没有找到您要看的内容。'));
    render(<FormPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});
