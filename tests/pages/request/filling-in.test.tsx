import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import FormPage from '../../../src/service/form';
import { form, request, sampleField } from '../sample-request';
import { box, choose, field, fillIn, fillInMatter, fillInWho, goOn, isOn, mistakeOf, newPhone, openAgain, openForm, press, select, send, sent, step, tick, type } from './form-page';

const DOUBTFUL = '91350100M000100Y44';
const OTHER_DOUBTFUL = '91350100M000100Y45';

beforeEach(() => {
  newPhone();
  stage.answer('request.form', () => ok(form));
  stage.answer('request.submit', () => ok(request));
});

describe('the steps', () => {
  it('ask what it is about, then who asks, then to look everything over', async () => {
    await openForm();
    expect(stage.sentTo('request.form')).toMatchObject([{ input: { kindId: 'expert-visit' } }]);
    expect(step()).toBe('第 1 步，共 3 步');
    expect(screen.getByText(form.introduction)).toBeTruthy();
    fillInMatter();
    goOn();
    expect(step()).toBe('第 2 步，共 3 步');
    expect(screen.getByRole('heading', { name: '企业和联系人' })).toBeTruthy();
    fillInWho();
    goOn();
    expect(step()).toBe('第 3 步，共 3 步');
    expect(screen.getByRole('button', { name: '提交申请' })).toBeTruthy();
  });

  it('say why each thing is asked', async () => {
    await openForm();
    for (const id of ['subjectId', 'need', 'areaId', 'preferredDates']) {
      expect(screen.getByText(`用途：${form.fields.find((asked) => asked.id === id)?.purpose ?? ''}`)).toBeTruthy();
    }
  });

  it('go on only when nothing in the step is wrong, and show the first mistake', async () => {
    await openForm();
    goOn();
    expect(step()).toBe('第 1 步，共 3 步');
    expect(mistakeOf(select('想问的方面'))).toBe('请从列出的选项里选择想问的方面。');
    expect(screen.getByText('请至少选择一个方便的日期。')).toBeTruthy();
    expect(screen.getByText('还有 4 处需要修改，已在上面标出。')).toBeTruthy();
    await waitFor(() => {
      expect(document.querySelector(stage.scrolledTo[0] ?? '')?.textContent).toContain('所在区域');
    });
  });

  it('go back with everything as it was typed', async () => {
    await openForm();
    fillInMatter();
    goOn();
    type('企业名称', '天津示例');
    press('上一步');
    expect(field('具体情况').value).toContain('出口产品转内销');
    expect(isOn('9 月 12 日（周二）')).toBe(true);
    goOn();
    expect(field('企业名称').value).toBe('天津示例');
  });

  it('split many questions into short steps', async () => {
    const own = Array.from({ length: 7 }, (_, index) => sampleField(`own${index}`, 'text', `问题${index}`, { optional: true }));
    stage.answer('request.form', () => ok({ ...form, fields: own }));
    await openForm();
    expect(screen.getAllByRole('textbox')).toHaveLength(4);
    goOn();
    expect(screen.getAllByRole('textbox')).toHaveLength(3);
    goOn();
    expect(step()).toBe('第 3 步，共 3 步');
  });
});

describe('a field', () => {
  it.each([
    ['联系电话', '1380000', '请填写 11 位手机号，或带区号的座机号，如 022-12345678。'],
    ['企业名称', '天津', '企业名称至少 4 个字。'],
    ['统一社会信用代码', '9135010', '统一社会信用代码应为 18 位，请对照营业执照核对。'],
  ])('says what is wrong with %s when one leaves it, and takes it back when it is mended', async (name, value, message) => {
    await openForm();
    fillInMatter();
    goOn();
    fireEvent.input(field(name), { target: { value } });
    expect(mistakeOf(field(name))).toBeNull();
    fireEvent.blur(field(name));
    expect(mistakeOf(field(name))).toBe(message);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    fillInWho();
    expect(mistakeOf(field(name))).toBeNull();
  });

  it('that was only visited blames nobody', async () => {
    await openForm();
    fireEvent.blur(field('具体情况'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('for an area names the office that receives the request', async () => {
    await openForm();
    choose('所在区域', 'donggang');
    expect(screen.getByText('这个区域的申请由东港检验检疫局接收。')).toBeTruthy();
  });

  it('for dates takes as many as it allows', async () => {
    await openForm();
    for (const { textContent } of screen.getAllByRole('checkbox', { name: /月/ })) tick(textContent);
    expect(screen.getByText('已选 3 天，最多 3 天')).toBeTruthy();
    expect(box('9 月 14 日（周四）').getAttribute('aria-disabled')).toBe('true');
    tick('9 月 11 日（周一）');
    tick('9 月 14 日（周四）');
    expect(isOn('9 月 14 日（周四）')).toBe(true);
  });

  it('for a long text counts its characters, an emoji as one', async () => {
    await openForm();
    fireEvent.input(field('具体情况'), { target: { value: ' 想了解👍 ' } });
    expect(screen.getByText('4 / 500 字')).toBeTruthy();
  });

  it('for the subject starts with what the address names, if there is one like that', async () => {
    stage.params = { kind: form.kindId, subject: 'quality-management' };
    const page = await openForm();
    expect(select('想问的方面').value).toBe('quality-management');
    stage.params = { kind: form.kindId, subject: 'no-such-thing' };
    await openAgain(page);
    expect(select('想问的方面').value).toBe('');
  });
});

describe('a kind with fields of its own', () => {
  const choices = [
    { id: 'food', name: '食品', summary: '预包装食品和散装食品' },
    { id: 'toys', name: '玩具', summary: null },
  ];
  const own = {
    ...form,
    kindId: 'clue',
    title: '线索举报',
    fields: [
      sampleField('place', 'text', '地点'),
      sampleField('seenOn', 'date', '发现日期'),
      sampleField('amount', 'number', '数量', { max: 100 }),
      sampleField('goods', 'choices', '商品类别', { choices, max: 2 }),
      sampleField('channel', 'choice', '购买渠道', { optional: true, choices: [{ id: 'shop', name: '商店', summary: null }] }),
    ],
  };

  beforeEach(() => {
    stage.params = { kind: own.kindId };
    stage.answer('request.form', () => ok(own));
  });

  it('is drawn from its declaration, and sends what each type holds', async () => {
    await openForm();
    type('地点', '天津港');
    fireEvent.change(screen.getByLabelText('发现日期'), { target: { value: '2017-09-06' } });
    type('数量', '十');
    expect(mistakeOf(field('数量'))).toBe('数量请填写整数。');
    type('数量', '12');
    tick('食品：预包装食品和散装食品');
    tick('玩具');
    goOn();
    for (const words of ['9 月 6 日（周三）', '食品、玩具', '没有填写']) expect(screen.getByText(words)).toBeTruthy();
    tick(form.consent);
    send();
    await waitFor(() => {
      expect(sent()).toMatchObject([
        { input: { kindId: 'clue', values: { place: '天津港', seenOn: '2017-09-06', amount: '12', goods: ['food', 'toys'] }, anonymous: false } },
      ]);
    });
    expect(sent()[0]?.input).not.toHaveProperty('values.channel');
  });
});

describe('a credit code whose check digit does not fit', () => {
  const CONFIRM = '已核对，营业执照上就是这个代码';

  async function openWho() {
    await openForm();
    fillInMatter();
    goOn();
    fillInWho();
    type('统一社会信用代码', DOUBTFUL);
  }

  it('is explained as soon as one leaves the field', async () => {
    await openWho();
    expect(screen.getByText(/最后一位应为 3，现在是 4/)).toBeTruthy();
    expect(mistakeOf(field('统一社会信用代码'))).toBeNull();
  });

  it('lets one go on only once confirmed, and is marked so', async () => {
    await openWho();
    goOn();
    expect(mistakeOf(field('统一社会信用代码'))).toBe('请核对统一社会信用代码，确认无误后勾选。');
    tick(CONFIRM);
    goOn();
    tick(form.consent);
    send();
    await waitFor(() => {
      expect(sent()).toMatchObject([{ input: { values: { creditCode: DOUBTFUL }, creditCodeConfirmed: true } }]);
    });
  });

  it('is confirmed as it stands: another one is asked about anew', async () => {
    await openWho();
    tick(CONFIRM);
    type('统一社会信用代码', OTHER_DOUBTFUL);
    expect(isOn(CONFIRM)).toBe(false);
    goOn();
    expect(step()).toBe('第 2 步，共 3 步');
  });
});

describe('looking everything over', () => {
  it('shows choices by their names, each with a way back to it', async () => {
    await openForm();
    fillIn();
    for (const words of ['三同', '开发区', '9 月 12 日（周二）、9 月 13 日（周三）', '天津示例食品有限公司']) expect(screen.getByText(words)).toBeTruthy();
    press('修改具体情况');
    expect(step()).toBe('第 1 步，共 3 步');
    type('具体情况', '太短');
    press('改好了，回到核对');
    expect(mistakeOf(field('具体情况'))).toBe('具体情况至少 10 个字。');
    type('具体情况', '我们每年出口冷冻水饺三百吨，想转内销。');
    press('改好了，回到核对');
    expect(step()).toBe('第 3 步，共 3 步');
    expect(screen.getByText('我们每年出口冷冻水饺三百吨，想转内销。')).toBeTruthy();
  });
});

describe('no form', () => {
  it('says why it is closed, and where requests filed before are', async () => {
    stage.answer('request.form', () => ok({ ...form, open: false, closedReason: '活动已经结束。' }));
    render(<FormPage />);
    expect(await screen.findByText('活动已经结束。')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    press('查办理进度');
    expect(stage.opened).toEqual(['/service/lookup/index']);
  });

  it('is told apart from a form that could not be read', async () => {
    stage.goOffline('request.form');
    render(<FormPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    stage.answer('request.form', () => ok(form));
    press('重试');
    expect(await screen.findByRole('textbox', { name: '具体情况' })).toBeTruthy();
  });

  it('leads to the directory where the address names no kind', async () => {
    stage.params = {};
    render(<FormPage />);
    fireEvent.click(await screen.findByRole('button', { name: '去选择' }));
    expect(stage.opened).toEqual(['/pages/service/index']);
  });
});
