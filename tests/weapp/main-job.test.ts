import { fileRequest } from '../support/samples/sample-request';
import { run } from '../support/running-app';
import { engines } from './host/engines';

jest.setTimeout(60_000);

const NEED = '想了解食品接触材料出口前要做哪些检测，怎样准备资料。';

describe.each(engines)('the main job in the compiled mini-program, drawn by $name', (engine) => {
  it('opens home with one request, and an article from the news', async () => {
    const { app } = await run({ engine });
    expect(app.page().text()).toContain('建设“质优天津”');
    expect(app.page().text()).toContain('活动第 7 天');
    await app.page().tap('全部资讯');
    expect(app.page().route).toBe('pages/news/index');
    await app.page().tap({ role: 'radio', label: '宝坻局' });
    await app.page().tap('宝坻局把质量知识讲进“检企微信群”');
    expect(app.page().text()).toContain('宝坻检验检疫局在报检大厅向进出口企业发放宣传画册');
    expect(await app.page().share()).toMatchObject({
      title: '宝坻局把质量知识讲进“检企微信群”',
      path: '/pages/article/index?id=baodi-wechat-group',
    });
    // Reading needs no identity.
    expect(app.calls('login')).toEqual([]);
  });

  it('opens an article from a share card in a group', async () => {
    const { app } = await run({ engine, path: 'pages/article/index?id=baodi-wechat-group', scene: 1007 });
    expect(app.page().text()).toContain('弘扬工匠精神');
  });

  it('practises ten questions, each explained after its answer and not before', async () => {
    const { app } = await run({ engine });
    await app.navigate('/pages/contest/index');
    await app.page().tap('质量基础');
    for (let position = 1; position <= 10; position += 1) {
      expect(app.page().text()).toContain(`第 ${position} 题`);
      expect(app.page().text()).not.toContain('依据：');
      const [first] = [...app.page().all({ role: 'radio' }), ...app.page().all({ role: 'checkbox' })];
      if (!first) throw new Error('The question has no options.');
      await app.page().tap(first);
      await app.page().tap('提交答案');
      expect(app.page().text()).toContain('依据：');
      await app.page().tap(position === 10 ? '看结果' : '下一题');
    }
    expect(app.page().text()).toContain('答对');
  });

  it('files a request by tapping and typing, though the network fails at first, and shows it under 我的', async () => {
    const { app, server } = await run({ engine });
    await app.navigate('/pages/service/index');
    await app.page().tap('请专家上门');
    await app.page().pick('想问的方面', '检验检测服务');
    await app.page().type('具体情况', NEED);
    await app.page().pick('所在区域', '宝坻区');
    await app.page().check('9 月 12 日（周二）');
    await app.page().tap('下一步');
    await app.page().type('企业名称', '测试用企业有限公司');
    await app.page().type('统一社会信用代码', '91350100M000100Y4');
    expect(app.page().text()).toContain('统一社会信用代码应为 18 位');
    await app.page().type('统一社会信用代码', '91350100M000100Y43');
    await app.page().type('联系人', '王经理');
    await app.page().type('联系电话', '138 0000 1234');
    await app.page().tap('上一步');
    expect(app.page().value('具体情况')).toBe(NEED);
    await app.page().tap('下一步');
    expect(app.page().value('企业名称')).toBe('测试用企业有限公司');
    await app.page().tap('下一步');
    expect(app.page().has('添加照片或 PDF')).toBe(true);
    await app.page().tap('下一步');
    const [consent] = app.page().all({ role: 'checkbox' }).slice(-1);
    if (!consent) throw new Error('There is no consent to give.');
    await app.page().tap(consent);
    await app.setNetwork('none');
    await app.page().tap('提交申请');
    expect(app.page().text()).toContain('网络恢复后会自动提交');
    expect(app.page().text()).toContain(NEED);
    await app.setNetwork('wifi');
    await app.settle();
    expect(app.page().route).toBe('service/request/index');
    expect(app.page().text()).toMatch(/ZY \d{4} \d{3} \d{3}/);
    expect(app.page().text()).toContain('宝坻检验检疫局承诺 9 月 14 日前答复，还有 5 个工作日');

    const officer = await server.as('officer-baodi');
    const inbox = await officer.call('request.inbox', { state: 'submitted' });
    expect(inbox).toMatchObject({ ok: true, data: { requests: [{ firmName: '测试用企业有限公司' }] } });
    await app.navigate('/pages/me/index');
    await app.page().tap('我的申请');
    expect(app.page().text()).toContain('检验检测服务');
  });

  it('keeps the draft when the person is called away', async () => {
    const { app } = await run({ engine });
    await app.navigate('/service/form/index?kind=expert-visit');
    await app.page().type('具体情况', NEED);
    await app.hide();
    await app.show();
    await app.back();
    await app.navigate('/service/form/index?kind=expert-visit');
    expect(app.page().text()).toContain('继续上次没填完的内容');
    expect(app.page().value('具体情况')).toBe(NEED);
  });

  it('lets an officer return a request with a reason', async () => {
    const { app, server } = await run({ engine });
    const firm = await server.as('firm');
    const request = await fileRequest(firm, { values: { areaId: 'baodi' } });
    await app.navigate('/pages/me/index');
    await app.page().tap('宝坻局工作人员');
    await app.page().tap('待办申请');
    await app.page().tap('天津示例食品有限公司');
    await app.page().tap('更多操作');
    await app.page().tap('退回补充');
    await app.page().type('需要补充的内容', '请补充产品名称和出口国家。');
    await app.page().tap('退回企业');
    expect(app.page().text()).toContain('退回补充');
    const seen = await firm.call('request.get', { id: request.id });
    expect(seen).toMatchObject({ ok: true, data: { state: 'returned' } });
    // Back where the work was announced, the count has moved on.
    await app.back(2);
    expect(app.page().text()).toContain('没有等待受理的申请');
  });

  it('switches to the elder mode on every page', async () => {
    const { app } = await run({ engine });
    await app.page().tap('切换到关怀版');
    await app.navigate('/pages/news/index');
    expect(app.page().has('切换到标准版')).toBe(true);
    expect(app.page().has({ className: 'elder' })).toBe(true);
  });
});
