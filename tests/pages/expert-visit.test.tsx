import { ok, refused, setStorageSync, stage } from '../support/taro';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Input } from '../../src/contract/actions';
import ExpertVisitPage from '../../src/service/expert-visit';
import { form, request, returned } from './sample-request';

const DOUBTFUL = '91350100M000100Y44';
const OTHER_DOUBTFUL = '91350100M000100Y45';

const filledIn = {
  firmName: '天津示例食品有限公司',
  creditCode: '91350100M000100Y43',
  creditCodeConfirmed: false,
  contactName: '示例联系人',
  phone: '13800001234',
  areaId: 'kaifaqu',
  subjectId: 'three-sames',
  need: '想了解出口产品转内销时，怎样做到同线、同标、同质。',
  preferredDates: ['2017-09-12', '2017-09-13'],
} satisfies Partial<Input<'request.submit'>>;

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const select = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const box = (name: string) => screen.getByRole('checkbox', { name });
const isOn = (name: string) => box(name).getAttribute('aria-checked') === 'true';
const tick = (name: string) => fireEvent.click(box(name));
const send = () => fireEvent.click(screen.getByRole('button', { name: /提交/ }));
const sent = () => stage.sentTo('request.submit');

function type(name: string, value: string) {
  fireEvent.input(field(name), { target: { value } });
  fireEvent.blur(field(name));
}

/** What is wrong with a field, as its description for a screen reader. */
function mistakeOf(control: HTMLElement): string | null {
  const id = control.getAttribute('aria-describedby');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
}

function fillIn() {
  fireEvent.change(select('想问的方面'), { target: { value: filledIn.subjectId } });
  fireEvent.change(select('所在区域'), { target: { value: filledIn.areaId } });
  type('具体情况', filledIn.need);
  tick('9 月 12 日（周二）');
  tick('9 月 13 日（周三）');
  type('企业名称', filledIn.firmName);
  type('统一社会信用代码', filledIn.creditCode);
  type('联系人', filledIn.contactName);
  type('联系电话', filledIn.phone);
}

async function openForm() {
  const page = render(<ExpertVisitPage />);
  await screen.findByRole('heading', { name: '企业和联系人' });
  return page;
}

/** The page is closed, and opened again later. */
async function openAgain(page: { unmount: () => void }) {
  page.unmount();
  return openForm();
}

beforeEach(() => {
  stage.reset();
  stage.answer('request.form', () => ok(form));
  stage.answer('request.submit', () => ok(request));
});

describe('filling in the form', () => {
  it('says why each thing is asked', async () => {
    await openForm();
    for (const { purpose } of Object.values(form.fields)) expect(screen.getByText(`用途：${purpose}`)).toBeTruthy();
  });

  it.each([
    ['联系电话', '1380000', '请填写 11 位手机号，或带区号的座机号，如 022-12345678。'],
    ['具体情况', '想问问', '具体情况至少 10 个字。'],
    ['统一社会信用代码', '9135010', '统一社会信用代码应为 18 位，请对照营业执照核对。'],
  ])('says what is wrong with %s when one leaves the field, and takes it back when it is mended', async (name, value, message) => {
    await openForm();
    fireEvent.input(field(name), { target: { value } });
    expect(mistakeOf(field(name))).toBeNull();
    fireEvent.blur(field(name));
    expect(mistakeOf(field(name))).toBe(message);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    fillIn();
    expect(mistakeOf(field(name))).toBeNull();
  });

  it('blames nobody for a field that was only visited', async () => {
    await openForm();
    fireEvent.blur(field('企业名称'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('names the office that receives the request', async () => {
    await openForm();
    fireEvent.change(select('所在区域'), { target: { value: 'donggang' } });
    expect(screen.getByText('这个区域的申请由东港检验检疫局接收。')).toBeTruthy();
  });

  it('takes three dates at most', async () => {
    await openForm();
    for (const { textContent } of screen.getAllByRole('checkbox', { name: /月/ })) tick(textContent);
    expect(screen.getByText('已选 3 天，最多 3 天')).toBeTruthy();
    expect(box('9 月 14 日（周四）').getAttribute('aria-disabled')).toBe('true');
    tick('9 月 11 日（周一）');
    tick('9 月 14 日（周四）');
    expect(isOn('9 月 14 日（周四）')).toBe(true);
  });

  it('starts with the subject that the address names, if there is one like that', async () => {
    stage.params = { subject: 'quality-management' };
    const page = await openForm();
    expect(select('想问的方面').value).toBe('quality-management');
    stage.params = { subject: 'no-such-thing' };
    await openAgain(page);
    expect(select('想问的方面').value).toBe('');
  });
});

describe('a credit code whose check digit does not fit', () => {
  const CONFIRM = '已核对，营业执照上就是这个代码';

  it('is explained as soon as one leaves the field', async () => {
    await openForm();
    type('统一社会信用代码', DOUBTFUL);
    expect(screen.getByText(/最后一位应为 3，现在是 4/)).toBeTruthy();
    expect(mistakeOf(field('统一社会信用代码'))).toBeNull();
  });

  it('is sent only once confirmed, and marked so', async () => {
    await openForm();
    fillIn();
    type('统一社会信用代码', DOUBTFUL);
    tick(form.consent);
    send();
    expect(mistakeOf(field('统一社会信用代码'))).toBe('请核对统一社会信用代码，确认无误后勾选。');
    expect(sent()).toEqual([]);
    tick(CONFIRM);
    send();
    await waitFor(() => {
      expect(sent()).toMatchObject([{ input: { creditCode: DOUBTFUL, creditCodeConfirmed: true } }]);
    });
  });

  it('is confirmed as it stands: another one is asked about anew', async () => {
    await openForm();
    fillIn();
    type('统一社会信用代码', DOUBTFUL);
    tick(CONFIRM);
    type('统一社会信用代码', OTHER_DOUBTFUL);
    expect(isOn(CONFIRM)).toBe(false);
    tick(form.consent);
    send();
    expect(sent()).toEqual([]);
  });
});

describe('the draft', () => {
  const restored = () => screen.queryByText('已恢复您上次没有提交的内容。');

  afterEach(() => {
    jest.useRealTimers();
  });

  it('is kept a moment after the last keystroke, without leaving field or page', async () => {
    jest.useFakeTimers();
    await openForm();
    fireEvent.input(field('具体情况'), { target: { value: '想了解' } });
    act(() => {
      jest.advanceTimersByTime(1000);
    });
    const other = render(<ExpertVisitPage />);
    expect((await within(other.container).findByRole<HTMLInputElement>('textbox', { name: '具体情况' })).value).toBe('想了解');
  });

  it('is kept at once when the app goes to the background', async () => {
    await openForm();
    type('企业名称', filledIn.firmName);
    act(() => {
      stage.happen('didHide');
    });
    const other = render(<ExpertVisitPage />);
    expect((await within(other.container).findByRole<HTMLInputElement>('textbox', { name: '企业名称' })).value).toBe(filledIn.firmName);
  });

  it('brings everything back after the page was closed, however quickly', async () => {
    const page = await openForm();
    expect(restored()).toBeNull();
    fillIn();
    await openAgain(page);
    expect(restored()).toBeTruthy();
    expect(field('具体情况').value).toBe(filledIn.need);
    expect(field('联系电话').value).toBe(filledIn.phone);
    expect(select('所在区域').value).toBe(filledIn.areaId);
    expect(isOn('9 月 12 日（周二）')).toBe(true);
    expect(isOn('9 月 11 日（周一）')).toBe(false);
  });

  it('leaves out what is no longer offered', async () => {
    const page = await openForm();
    fillIn();
    stage.answer('request.form', () => ok({ ...form, dates: ['2017-09-13', '2017-09-14'], subjects: form.subjects.slice(1) }));
    await openAgain(page);
    expect(screen.getByText('已选 1 天，最多 3 天')).toBeTruthy();
    expect(isOn('9 月 13 日（周三）')).toBe(true);
    expect(select('想问的方面').value).toBe('');
    expect(select('所在区域').value).toBe(filledIn.areaId);
  });

  it.each([
    ['an older version wrote', { firmName: '天津示例食品有限公司' }],
    ['lacks a field', { key: 'k', values: { ...filledIn, phone: undefined } }],
    ['holds another type', { key: 'k', values: { ...filledIn, preferredDates: '2017-09-12' } }],
    ['is no object', 'draft'],
  ])('is ignored when it %s', async (_, kept) => {
    setStorageSync('draft expert-visit', kept);
    await openForm();
    expect(restored()).toBeNull();
    expect(field('企业名称').value).toBe('');
  });

  it('can be thrown away', async () => {
    const page = await openForm();
    fillIn();
    const again = await openAgain(page);
    fireEvent.click(screen.getByRole('button', { name: '清空重填' }));
    expect(field('企业名称').value).toBe('');
    expect(restored()).toBeNull();
    await openAgain(again);
    expect(field('企业名称').value).toBe('');
  });

  it('is no condition: the form works where nothing can be kept', async () => {
    stage.storageBroken = true;
    await openForm();
    fillIn();
    tick(form.consent);
    send();
    await waitFor(() => {
      expect(stage.opened).toEqual([`/service/request/index?id=${request.id}&filed=now`]);
    });
  });
});

describe('sending', () => {
  async function openFilledIn() {
    const page = await openForm();
    fillIn();
    tick(form.consent);
    return page;
  }

  it('sends what was filled in, leads to the request and drops the draft', async () => {
    const page = await openFilledIn();
    send();
    await waitFor(() => {
      expect(stage.opened).toEqual([`/service/request/index?id=${request.id}&filed=now`]);
    });
    expect(sent()).toMatchObject([{ input: { campaignId: form.campaignId, ...filledIn, consent: true } }]);
    await openAgain(page);
    expect(field('企业名称').value).toBe('');
  });

  it('sends nothing before everything is there, and shows the first mistake', async () => {
    await openForm();
    send();
    expect(mistakeOf(select('想问的方面'))).toBe('请选择想问的方面。');
    expect(mistakeOf(field('联系电话'))).toBe('请填写 11 位手机号，或带区号的座机号，如 022-12345678。');
    expect(screen.getByText('请至少选择一个方便的日期。')).toBeTruthy();
    expect(screen.getByText('请先阅读并同意信息使用说明。')).toBeTruthy();
    expect(screen.getByText('还有 9 处需要修改，已在上面标出。')).toBeTruthy();
    expect(document.querySelector(stage.scrolledTo[0] ?? '')?.textContent).toContain('想问的方面');
    expect(sent()).toEqual([]);
  });

  it('asks for consent before it sends', async () => {
    await openForm();
    fillIn();
    send();
    expect(screen.getByText('请先阅读并同意信息使用说明。')).toBeTruthy();
    tick(form.consent);
    expect(screen.queryByRole('alert')).toBeNull();
    send();
    await waitFor(() => {
      expect(sent()).toHaveLength(1);
    });
  });

  it('is one request however often it is sent over a broken network, a closed page in between', async () => {
    stage.goOffline('request.submit');
    const page = await openFilledIn();
    send();
    expect((await screen.findByText(/您填写的内容已保存在本机/)).textContent).toContain('请检查网络');
    expect(field('具体情况').value).toBe(filledIn.need);
    send();
    await screen.findByText(/您填写的内容已保存在本机/);

    await openAgain(page);
    stage.answer('request.submit', () => ok(request));
    tick(form.consent);
    send();
    await waitFor(() => {
      expect(stage.opened).toHaveLength(1);
    });
    const [first, ...others] = sent();
    expect(first?.key).toBeTruthy();
    expect(others).toHaveLength(2);
    for (const other of others) expect(other).toEqual(first);
  });

  it('is another request once the first one is filed', async () => {
    const page = await openFilledIn();
    send();
    await waitFor(() => {
      expect(stage.opened).toHaveLength(1);
    });
    page.unmount();
    await openFilledIn();
    send();
    await waitFor(() => {
      expect(stage.opened).toHaveLength(2);
    });
    const [first, second] = sent();
    expect(second?.key).not.toBe(first?.key);
  });

  it('takes one press while it is under way', async () => {
    await openFilledIn();
    send();
    send();
    await waitFor(() => {
      expect(stage.opened).toHaveLength(1);
    });
    expect(sent()).toHaveLength(1);
  });

  it('shows by its field what the server refuses', async () => {
    stage.answer('request.submit', () => refused('invalid_input', '有内容需要修改，请查看标出的各项。', { phone: '这个电话不能使用。' }));
    await openFilledIn();
    send();
    await screen.findByText('这个电话不能使用。');
    expect(mistakeOf(field('联系电话'))).toBe('这个电话不能使用。');
    expect(screen.getByText('还有 1 处需要修改，已在上面标出。')).toBeTruthy();
    expect(screen.queryByText(/已保存在本机/)).toBeNull();
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

describe('a closed form', () => {
  it('says why, and where requests filed before are', async () => {
    stage.answer('request.form', () => ok({ ...form, open: false, closedReason: '活动已经结束。' }));
    render(<ExpertVisitPage />);
    expect(await screen.findByText('活动已经结束。')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '查办理进度' }));
    expect(stage.opened).toEqual(['/service/lookup/index']);
  });

  it('is told apart from a form that could not be read', async () => {
    stage.goOffline('request.form');
    render(<ExpertVisitPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    stage.answer('request.form', () => ok(form));
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('textbox', { name: '企业名称' })).toBeTruthy();
  });
});

describe('completing a returned request', () => {
  const completed = () => stage.sentTo('request.complete');

  beforeEach(() => {
    stage.params = { request: returned.id };
    stage.answer('request.get', () => ok(returned));
    stage.answer('request.complete', () => ok({ ...request, version: 3 }));
  });

  it('shows what is missing above the form filled in, and asks for no consent again', async () => {
    await openForm();
    expect(screen.getByText('开发区检验检疫局请您补充：请写明产品的名称和产量。')).toBeTruthy();
    expect(field('具体情况').value).toBe(returned.need);
    expect(field('联系电话').value).toBe(returned.phone);
    expect(isOn('9 月 12 日（周二）')).toBe(true);
    expect(screen.queryByRole('checkbox', { name: form.consent })).toBeNull();
  });

  it('sends the version it is about, and leads back to the request', async () => {
    await openForm();
    type('具体情况', '我们每年出口冷冻水饺三百吨，想转内销。');
    send();
    await waitFor(() => {
      expect(stage.opened).toEqual([`/service/request/index?id=${returned.id}`]);
    });
    expect(completed()).toMatchObject([{ input: { id: returned.id, version: 2, need: '我们每年出口冷冻水饺三百吨，想转内销。' } }]);
  });

  it('asks again for dates that have passed meanwhile', async () => {
    stage.answer('request.get', () => ok({ ...returned, preferredDates: ['2017-09-08'] }));
    await openForm();
    send();
    expect(screen.getByText('请至少选择一个方便的日期。')).toBeTruthy();
    expect(completed()).toEqual([]);
  });

  it('has a draft of its own', async () => {
    const page = await openForm();
    type('具体情况', '我们每年出口冷冻水饺三百吨，想转内销。');
    const again = await openAgain(page);
    expect(field('具体情况').value).toBe('我们每年出口冷冻水饺三百吨，想转内销。');
    stage.params = {};
    await openAgain(again);
    expect(field('具体情况').value).toBe('');
  });

  it('carries one key for each time it was returned', async () => {
    stage.goOffline('request.complete');
    const page = await openForm();
    send();
    await screen.findByText(/已保存在本机/);
    const again = await openAgain(page);
    send();
    await screen.findByText(/已保存在本机/);
    // The first try did arrive, unknown to the page, and the office has returned the request once more.
    stage.answer('request.get', () => ok({ ...returned, version: 4 }));
    await openAgain(again);
    send();
    await screen.findByText(/已保存在本机/);
    const [first, second, third] = completed().map(({ key }) => key);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('says that nothing is missing when the request was returned no longer', async () => {
    stage.answer('request.get', () => ok(request));
    render(<ExpertVisitPage />);
    expect(await screen.findByText('这份申请不需要补充')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看办理进度' }));
    expect(stage.opened).toEqual([`/service/request/index?id=${request.id}`]);
  });

  it('says that the request was not found', async () => {
    stage.answer('request.get', () => refused('not_found', '没有找到您要看的内容。'));
    render(<ExpertVisitPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});
