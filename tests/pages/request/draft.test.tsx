import { getStorageInfoSync, getStorageSync, ok, setStorageSync, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import FormPage from '../../../src/service/form';
import { form, request, values } from '../sample-request';
import { box, field, fillIn, fillInMatter, fillInWho, goOn, isFiled, isOn, newPhone, openAgain, openFilledIn, openForm, press, select, send, sent, step, tick, type } from './form-page';

const KEY = 'draft expert-visit';
const restored = () => screen.queryByText('继续上次没填完的内容。');
const draftOf = (changes: object) => ({
  key: 'k',
  campaignId: 'tianjin-2017',
  kindId: 'expert-visit',
  stepId: null,
  creditCodeConfirmed: false,
  anonymous: false,
  attachments: [],
  values,
  ...changes,
});

beforeEach(() => {
  newPhone();
  stage.answer('request.form', () => ok(form));
  stage.answer('request.submit', () => ok(request));
});

afterEach(() => {
  jest.useRealTimers();
});

describe('the draft', () => {
  it('is kept a moment after the last keystroke, without leaving field or page', async () => {
    jest.useFakeTimers();
    await openForm();
    fireEvent.input(field('具体情况'), { target: { value: '想了解' } });
    act(() => {
      jest.advanceTimersByTime(1000);
    });
    const other = render(<FormPage />);
    expect((await within(other.container).findByRole<HTMLTextAreaElement>('textbox', { name: '具体情况' })).value).toBe('想了解');
  });

  it('is kept at once when the app goes to the background', async () => {
    await openForm();
    type('具体情况', values.need);
    act(() => {
      stage.happen('didHide');
    });
    expect(getStorageSync(KEY)).toMatchObject({ values: { need: values.need } });
  });

  it('brings everything back after the page was closed, however quickly, at the step where it was left', async () => {
    const page = await openForm();
    expect(restored()).toBeNull();
    fillInMatter();
    goOn();
    fillInWho();
    await openAgain(page);
    expect(restored()).toBeTruthy();
    expect(step()).toBe('第 2 步，共 3 步');
    expect(field('联系电话').value).toBe(values.phone);
    press('上一步');
    expect(field('具体情况').value).toBe(values.need);
    expect(select('所在区域').value).toBe(values.areaId);
    expect(isOn('9 月 12 日（周二）')).toBe(true);
    expect(isOn('9 月 11 日（周一）')).toBe(false);
  });

  it('is not there for a form in which nothing was done', async () => {
    const page = await openForm();
    goOn();
    await openAgain(page);
    expect(restored()).toBeNull();
  });

  it('leaves out what is no longer offered, and says of what', async () => {
    const page = await openForm();
    fillInMatter();
    const fields = form.fields.map((asked) => (asked.id === 'subjectId' ? { ...asked, choices: asked.choices.slice(1) } : asked));
    stage.answer('request.form', () => ok({ ...form, dates: ['2017-09-13', '2017-09-14'], fields }));
    await openAgain(page);
    expect(screen.getByText('“想问的方面”、“方便的日期”里原来选的已经不能再选，请重新选择。')).toBeTruthy();
    expect(screen.getByText('已选 1 天，最多 3 天')).toBeTruthy();
    expect(isOn('9 月 13 日（周三）')).toBe(true);
    expect(select('想问的方面').value).toBe('');
    expect(select('所在区域').value).toBe(values.areaId);
  });

  it('of an earlier campaign is kept and explained; what is asked no longer goes silently', async () => {
    setStorageSync(KEY, draftOf({ campaignId: 'tianjin-2016', values: { ...values, fax: '022-1234' } }));
    await openForm();
    expect(screen.getByText('上次填写的内容属于往届活动，已为您保留，请核对后再提交。')).toBeTruthy();
    goOn();
    goOn();
    tick(form.consent);
    send();
    await isFiled(`/service/request/index?id=${request.id}&filed=now`);
    expect(sent()).toMatchObject([{ input: { campaignId: 'tianjin-2017', values: { need: values.need } } }]);
    expect(sent()[0]?.input).not.toHaveProperty('values.fax');
    // The old key stood for a request to the old campaign.
    expect(sent()[0]?.key).not.toBe('k');
  });

  it('that the app kept before there were kinds of request is gone on with', async () => {
    setStorageSync(KEY, { key: 'old-key', values: { ...values, creditCodeConfirmed: false } });
    await openForm();
    expect(restored()).toBeTruthy();
    expect(field('具体情况').value).toBe(values.need);
    goOn();
    goOn();
    tick(form.consent);
    send();
    await waitFor(() => {
      expect(sent()).toMatchObject([{ key: 'old-key', input: { values: { phone: values.phone } } }]);
    });
  });

  it.each([
    ['lacks a part', { key: 'k', values }],
    ['holds another type', draftOf({ values: { need: 3 } })],
    ['was kept without its key', draftOf({ key: undefined })],
    ['is no object', 'draft'],
  ])('is ignored when it %s', async (_, kept) => {
    setStorageSync(KEY, kept);
    await openForm();
    expect(restored()).toBeNull();
    expect(field('具体情况').value).toBe('');
  });

  it('can be thrown away', async () => {
    const page = await openForm();
    fillInMatter();
    const again = await openAgain(page);
    press('清空重填');
    expect(field('具体情况').value).toBe('');
    expect(restored()).toBeNull();
    await openAgain(again);
    expect(field('具体情况').value).toBe('');
  });

  it('belongs to one kind', async () => {
    const page = await openForm();
    fillInMatter();
    stage.params = { kind: 'other-kind' };
    stage.answer('request.form', () => ok({ ...form, kindId: 'other-kind' }));
    await openAgain(page);
    expect(restored()).toBeNull();
    expect(field('具体情况').value).toBe('');
  });

  it('is gone once the request is filed', async () => {
    const page = await openFilledIn();
    send();
    await isFiled(`/service/request/index?id=${request.id}&filed=now`);
    await openAgain(page);
    expect(restored()).toBeNull();
    expect(getStorageInfoSync().keys.filter((key) => key.startsWith('draft '))).toEqual([]);
  });

  it('is no condition: the form works where nothing can be kept', async () => {
    stage.storageBroken = true;
    await openForm();
    fillIn();
    tick(form.consent);
    send();
    await isFiled(`/service/request/index?id=${request.id}&filed=now`);
  });
});

describe('a kind that may be filed without a name', () => {
  const clue = { ...form, anonymous: true, notices: ['匿名反映的情况无法向您核实，请尽量写详细。'] };
  const anonymous = { ...request, anonymous: true };

  beforeEach(() => {
    stage.answer('request.form', () => ok(clue));
    stage.answer('request.submit', () => ok(anonymous));
  });

  it('says what that means, asks nothing personal then, and sends nothing personal', async () => {
    await openForm();
    expect(screen.getByText('匿名反映的情况无法向您核实，请尽量写详细。')).toBeTruthy();
    fillInMatter();
    goOn();
    fillInWho();
    tick('匿名提交');
    expect(screen.getByText(/办理单位看不到您是谁/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '联系电话' })).toBeNull();
    goOn();
    expect(screen.getByText('匿名提交')).toBeTruthy();
    expect(screen.queryByText(values.contactName)).toBeNull();
    tick(form.consent);
    send();
    await waitFor(() => {
      expect(sent()).toMatchObject([{ input: { anonymous: true, values: { need: values.need } } }]);
    });
    expect(Object.keys((sent()[0]?.input as { values: object }).values)).not.toEqual(expect.arrayContaining(['phone']));
    expect(Object.keys((sent()[0]?.input as { values: object }).values)).not.toEqual(expect.arrayContaining(['contactName']));
  });

  it('gives the name back to whoever changes their mind', async () => {
    await openForm();
    fillInMatter();
    goOn();
    fillInWho();
    tick('匿名提交');
    fireEvent.click(box('匿名提交'));
    expect(field('联系电话').value).toBe(values.phone);
  });
});
