import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { EditorialContext, EditorialRule, EditorialText, Finding } from '../../../src/domain/editorial/finding';
import { lint } from '../../../src/domain/editorial/lint';
import { isIdentityNumber, privateNumberIn } from '../../../src/domain/editorial/numbers';

const folder = join(__dirname, '../../../campaigns/tianjin-2017');
const offices = parse(readFileSync(join(folder, 'offices.yaml'), 'utf8')) as { name: string; shortName: string }[];

const context: EditorialContext = {
  theme: '大力提升质量、建设“质优天津”',
  organiser: '天津出入境检验检疫局',
  officeNames: offices.flatMap(({ name, shortName }) => [name, shortName]),
  startsOn: '2017-09-01',
  endsOn: '2017-09-30',
  exists: (link) => link === '/pages/article/index?id=launch-of-quality-month' || link === '/pages/news/index',
};

const textOf = (part: Partial<EditorialText>): EditorialText => ({ title: '标题', summary: '摘要', tags: [], body: '正文', links: [], place: null, happenedOn: null, cover: null, details: { section: null }, ...part });
const inBody = (body: string, links: readonly string[] = []): readonly Finding[] => lint(textOf({ body, links }), context);
const short = ({ rule, severity, excerpt, suggestion }: Finding) => [rule, severity, excerpt, suggestion];

describe('a sentence that is right', () => {
  test.each([
    '9 月 1 日，天津出入境检验检疫局全面启动 2017 年“质量月”活动。',
    '天津检验检疫局、开发区检验检疫局、东港检验检疫局和宝坻检验检疫局参加。',
    '宝坻局、东港局、开发区局、邮检办事处、南疆办事处和法制处都有宣传。',
    '法制处处长介绍了情况，邮检办理窗口照常开放，南疆办理点也在。',
    '天津出入境检验检疫办理流程和天津出入境检验检疫处理单位名单已经公布，天津出入境检验检疫办法、办公时间不变。',
    '东港检验检疫处理的货物，开发区检验检疫处罚决定，宝坻检验检疫处于全市前列。',
    '开展法制科普宣传、法制科学讲座，法治处理意见，法制局面良好。',
    '邮检局部调整，南疆局部地区有雨，南疆局势平稳，天津检疫局部封闭。',
    '东疆检验检疫局、南港检验检疫局也来了。',
    '质检总局要求，国家质检总局印发通知，国家质量监督检验检疫总局令第 144 号。',
    '2018 年 4 月 20 日起，出入境检验检疫的职责和人员划入海关。',
    '2018 年机构改革后，地理标志由国家知识产权局管理，国家市场监督管理总局组建。',
    '海关和检验检疫部门在口岸都有窗口。',
    '国家知识产权局发布了专利数据。',
    '主题是大力提升质量、建设“质优天津”，活动全月进行。',
    '横幅上写着“大力提升质量、建设‘质优天津’”。',
    '为建设“质优天津”出力，通过提升质量来建设“质优天津”。',
    '全国的主题是大力提升质量 建设质量强国。',
    '2017 年“质量月”期间，第 3 次微课堂开讲。',
    '咨询请拨打 12360，消费投诉请拨打 12315 或 12345。',
    '受理编号是 20170907-000123，印发 20170901 份。',
    '统一社会信用代码 91350100M000100Y43 和 91110000101623741K。',
    '公告 2017 年第 12 号，条码 6901234567892，订单 12345678901234567。',
    '批号 120101199001011235 不是证件。',
    '见[启动](/pages/article/index?id=launch-of-quality-month)和[资讯](/pages/news/index)。',
    '官网是[这里](https://www.example.gov.cn/a,b(c).html?x=1:2)。',
    '![工作人员在大厅向企业发放画册](picture:0a1b2c3d-0000-4000-8000-000000000001)',
    '开放时间 9:00–17:00，合格率 99.5%，比例 3:2，共 1,200 人。',
    '标准号 GB 7718-2011、ISO 9001:2015 和 GB/T 19001 (idt ISO 9001)。',
    '用 Node.js 写成，版本 v1.2，单位 kg/m3。',
    '他说：“质量，是企业的生命。”……大家鼓掌。',
    '《中华人民共和国广告法》第九条有规定，“‘三同’是什么？”',
    '| 项目 | 数量 |',
    '1. 先报名；2. 再签到。',
    '国家级出口食品农产品质量安全示范区、国家级经济技术开发区。',
    '9 月 4 日（星期一）上午，9 月 5 日周二，9 月 30 日（周六）。',
    '2015 年 10 月 1 日起施行，截止 2017 年 10 月 15 日。',
    '2016 年 2 月 29 日修订。',
    '2017 年 0123、2017090 件。',
    '编号 AB6222000000000000004，条码 6901234567892X。',
    '🎉 质量月开始啦',
  ])('%s', (sentence) => {
    expect(inBody(sentence)).toEqual([]);
  });

  test('and so is everything that the campaign itself has published', () => {
    const names = readdirSync(join(folder, 'articles'));
    const findings = names.flatMap((name) => {
      const [, matter = '', ...body] = readFileSync(join(folder, 'articles', name), 'utf8').split(/^---$/m);
      const { title, summary, place, happenedOn, cover } = parse(matter) as Partial<EditorialText>;
      return lint(textOf({ title, summary, place: place ?? null, happenedOn: happenedOn ?? null, cover: cover ?? null, body: body.join('---') }), { ...context, exists: () => true });
    });
    expect(names.length).toBeGreaterThan(5);
    expect(findings.filter(({ severity }) => severity === 'must')).toEqual([]);
  });
});

describe('a sentence that is wrong', () => {
  test.each<[string, EditorialRule, Finding['severity'], string, string | null]>([
    ['天津市检验检疫局举办了活动。', 'body-name', 'must', '天津市检验检疫局', '天津检验检疫局'],
    ['天津市出入境检验检疫局举办了活动。', 'body-name', 'must', '天津市出入境检验检疫局', '天津出入境检验检疫局'],
    ['天津出入境检疫检验局启动。', 'body-name', 'must', '检疫检验', '检验检疫'],
    ['天津进出境检验检疫局启动。', 'body-name', 'must', '进出境检验检疫', '出入境检验检疫'],
    ['天津出入境检验检疫总局启动。', 'body-name', 'must', '天津出入境检验检疫总局', '天津出入境检验检疫局'],
    ['天津检疫局启动。', 'body-name', 'must', '天津检疫局', '天津出入境检验检疫局'],
    ['国家质量检验检疫总局发文。', 'body-name', 'must', '国家质量检验检疫总局', '国家质量监督检验检疫总局'],
    ['国家质量监督检验检疫局发文。', 'body-name', 'must', '国家质量监督检验检疫局', '国家质量监督检验检疫总局'],
    ['质监总局发文。', 'body-name', 'must', '质监总局', '质检总局'],
    ['国家质检局发文。', 'body-name', 'must', '国家质检局', '质检总局'],
    ['国家市场监督管理总局部署了今年的活动。', 'body-name', 'must', '国家市场监督管理总局', null],
    ['天津海关主办今年的“质量月”。', 'body-name', 'must', '天津海关', '天津出入境检验检疫局'],
    ['主办单位：天津海关', 'body-name', 'must', '天津海关', '天津出入境检验检疫局'],
    ['国家知识产权局批准了地理标志产品保护。', 'body-name', 'should', '国家知识产权局', null],
    ['地理标志产品保护向国家知识产权局申报。', 'body-name', 'should', '国家知识产权局', null],
    ['东港检疫局召开动员会。', 'office-name', 'must', '东港检疫局', '东港检验检疫局'],
    ['东港办事处召开动员会。', 'office-name', 'must', '东港办事处', '东港检验检疫局'],
    ['宝坻出入境检验检疫局发放画册。', 'office-name', 'must', '宝坻出入境检验检疫局', '宝坻检验检疫局'],
    ['宝抵检验检疫局发放画册。', 'office-name', 'must', '宝抵检验检疫局', '宝坻检验检疫局'],
    ['保坻检验检疫局发放画册。', 'office-name', 'must', '保坻检验检疫局', '宝坻检验检疫局'],
    ['开发去检验检疫局张贴海报。', 'office-name', 'must', '开发去检验检疫局', '开发区检验检疫局'],
    ['开发区检验检疫分局张贴海报。', 'office-name', 'must', '开发区检验检疫分局', '开发区检验检疫局'],
    ['邮检局播放口号。', 'office-name', 'must', '邮检局', '邮检办事处'],
    ['由检办事处播放口号。', 'office-name', 'must', '由检办事处', '邮检办事处'],
    ['南疆检验检疫局设宣传栏。', 'office-name', 'must', '南疆检验检疫局', '南疆办事处'],
    ['天津出入境检验检疫处举办讲座。', 'body-name', 'must', '天津出入境检验检疫处', '天津出入境检验检疫局'],
    ['天津出入境检验检疫办事处启动。', 'body-name', 'must', '天津出入境检验检疫办事处', '天津出入境检验检疫局'],
    ['东港检验检疫处召开动员会。', 'office-name', 'must', '东港检验检疫处', '东港检验检疫局'],
    ['法制科发放画册。', 'office-name', 'must', '法制科', '法制处'],
    ['法治处设宣传专栏。', 'office-name', 'must', '法治处', '法制处'],
    ['主题是提升质量建设质优天津。', 'theme', 'must', '提升质量建设质优天津', context.theme],
    ['主题是大力提升质量，建设“质优天津”。', 'theme', 'must', '大力提升质量，建设“质优天津”', context.theme],
    ['主题是大力提升质量、建设质优天津。', 'theme', 'must', '大力提升质量、建设质优天津', context.theme],
    ['主题是大力提高质量、建设“质优天津”。', 'theme', 'must', '大力提高质量、建设“质优天津”', context.theme],
    ['主题是大力提升质量、打造“质优天津”。', 'theme', 'must', '大力提升质量、打造“质优天津”', context.theme],
    ['主题是大力提升质量 建设“质优天津”。', 'theme', 'must', '大力提升质量 建设“质优天津”', context.theme],
    ['主题是大力提升质量、建设《质优天津》。', 'theme', 'must', '大力提升质量、建设《质优天津》', context.theme],
    ['人人为质优天津出力。', 'theme', 'should', '质优天津', '“质优天津”'],
    ['这是第 40 个“质量月”。', 'ordinal', 'must', '第 40 个“质量月', null],
    ['第四十个全国质量月到了。', 'ordinal', 'must', '第四十个全国质量月', null],
    ['请联系小王 13800000000。', 'phone', 'must', '13800000000', null],
    ['请联系小王 +86 138-0000-0000。', 'phone', 'must', '+86 138-0000-0000', null],
    ['请联系小王１３８００００００００。', 'phone', 'must', '１３８００００００００', null],
    ['请联系小王 138·1234·5678。', 'phone', 'must', '138·1234·5678', null],
    ['请联系小王 138　1234　5678。', 'phone', 'must', '138　1234　5678', null],
    ['请联系小王 138－1234－5678。', 'phone', 'must', '138－1234－5678', null],
    ['请拨打 022—1234·5678。', 'phone', 'should', '022—1234·5678', null],
    ['请拨打 022-12345678。', 'phone', 'should', '022-12345678', null],
    ['请拨打（022）1234 5678。', 'phone', 'should', '（022）1234 5678', null],
    ['联系电话：25751234', 'phone', 'should', '25751234', null],
    ['身份证 11010519491231002X 的同志', 'identity-number', 'must', '11010519491231002X', null],
    ['证件 ID11010519491231002X 的同志', 'identity-number', 'must', '11010519491231002X', null],
    ['身份证 11010519491231002Ｘ 的同志', 'identity-number', 'must', '11010519491231002Ｘ', null],
    ['身份证 110105　19491231·002Ｘ 的同志', 'identity-number', 'must', '110105　19491231·002Ｘ', null],
    ['身份证 110105 19491231 002x 的同志', 'identity-number', 'must', '110105 19491231 002x', null],
    ['汇款到 6222 0000 0000 0000 004。', 'bank-card', 'must', '6222 0000 0000 0000 004', null],
    ['![图片](media:hall.jpg)', 'alternative-text', 'should', '![图片]', null],
    ['![IMG_0123.jpg](media:hall.jpg)', 'alternative-text', 'should', '![IMG_0123.jpg]', null],
    ['质量月,开始了。', 'punctuation', 'should', ',', '，'],
    ['质量月开始了.', 'punctuation', 'should', '.', '。'],
    ['时间:9 点。', 'punctuation', 'should', ':', '：'],
    ['来了吗?', 'punctuation', 'should', '?', '？'],
    ['三同(同线同标同质)产品。', 'punctuation', 'should', '(同线同标同质)', '（同线同标同质）'],
    ['三同（同线同标同质)产品。', 'punctuation', 'should', '（同线同标同质)', '（同线同标同质）'],
    ['共２０项。', 'full-width', 'should', '２０', '20'],
    ['用ＬＥＤ大屏。', 'full-width', 'should', 'ＬＥＤ', 'LED'],
    ['开展"质量月"活动。', 'quotation-marks', 'should', '"质量月"', '“质量月”'],
    ['开展「质量月」活动。', 'quotation-marks', 'should', '「质量月」', '“质量月”'],
    ['开始了 。', 'punctuation', 'should', ' 。', '。'],
    ['开始了。。', 'punctuation', 'should', '。。', '。'],
    ['开始了，。', 'punctuation', 'should', '，。', '，'],
    ['开始了...', 'punctuation', 'should', '...', '……'],
    ['开始了…', 'punctuation', 'should', '…', '……'],
    ['开始了。。。', 'punctuation', 'should', '。。。', '……'],
    ['《广告法>第九条。', 'punctuation', 'should', '《广告法>', '《广告法》'],
    ['合格率 99．5%。', 'punctuation', 'should', '99．5', '99.5'],
    ['这是最佳的产品。', 'superlative', 'should', '最佳', null],
    ['国家级好品牌。', 'superlative', 'should', '国家级', null],
    ['9 月 4 日（星期二）上午', 'weekday', 'must', '9 月 4 日（星期二）', '9 月 4 日（星期一）'],
    ['2017年9月7日周日', 'weekday', 'must', '2017年9月7日周日', '2017年9月7日周四'],
    ['9 月 31 日闭幕。', 'date', 'must', '9 月 31 日', null],
    ['2017 年 2 月 29 日', 'date', 'must', '2017 年 2 月 29 日', null],
    ['10 月 4 日举办。', 'date', 'should', '10 月 4 日', null],
    ['2016 年 9 月 4 日启动。', 'date', 'should', '2016 年 9 月 4 日', null],
  ])('%s', (sentence, ...finding) => {
    expect(inBody(sentence).map(short)).toContainEqual(finding);
    for (const { message, line } of inBody(sentence)) expect([message.length > 5, line]).toEqual([true, 1]);
  });

  test.each<[string, Partial<EditorialText>, Partial<Finding>]>([
    ['a title with a wrong name', { title: '宝抵检验检疫局发放画册' }, { field: 'title', rule: 'office-name' }],
    ['a summary with a phone number', { summary: '请联系 13800000000' }, { field: 'summary', rule: 'phone' }],
    ['a tag with a phone number', { tags: ['讲座', '13800000000'] }, { field: 'tags', rule: 'phone', severity: 'must' }],
    ['a section with a wrong name', { details: { section: '宝抵检验检疫局' } }, { field: 'details.section', rule: 'office-name' }],
    ['a cover with words that say nothing', { cover: { alt: '封面' } }, { field: 'cover', rule: 'alternative-text', severity: 'should' }],
    ['a place with a wrong name', { place: '南疆局大厅' }, { field: 'place', rule: 'office-name', suggestion: '南疆办事处' }],
    ['a day outside the campaign', { happenedOn: '2017-10-01' }, { field: 'happenedOn', rule: 'date', severity: 'should', excerpt: '2017-10-01' }],
    ['a line far down', { body: '甲\n\n乙\n第 40 个质量月' }, { field: 'body', rule: 'ordinal', line: 4 }],
  ])('%s', (_, part, finding) => {
    expect(lint(textOf(part), context)).toMatchObject([finding]);
  });

  test('is told for each place where it stands', () => {
    expect(inBody('质量月\n\n共 1,200 人，质量月,开始了,大家').map(({ rule, line, at, excerpt }) => [rule, line, at, excerpt])).toEqual([
      ['punctuation', 3, 13, ','],
      ['punctuation', 3, 17, ','],
    ]);
  });

  test('is told with what must be mended first', () => {
    expect(inBody('最佳产品,由\n宝抵检验检疫局').map(({ rule, line }) => [rule, line])).toEqual([
      ['office-name', 2],
      ['punctuation', 1],
      ['superlative', 1],
    ]);
  });
});

test('a body that leads to more pages than are looked for is told so first', () => {
  const links = Array.from({ length: 101 }, (_, index) => `/pages/article/index?id=n${index}`);
  const body = links.map((link) => `[这里](${link})`).join('\n\n');
  expect(lint(textOf({ body, links }), { ...context, exists: () => true })).toMatchObject([{ rule: 'link', severity: 'must', line: 201, at: 5, excerpt: '/pages/article/index?id=n100' }]);
});

describe('a link', () => {
  const gone = '/pages/article/index?id=gone';

  test.each([
    ['that can be opened', '见[资讯](/pages/news/index)。', ['/pages/news/index']],
    ['to elsewhere', '见[官网](https://www.example.gov.cn/pages/article/index?id=gone)。', ['https://www.example.gov.cn/pages/article/index?id=gone']],
    ['that is none as it is rendered', `见 ${gone}。`, []],
  ])('%s is right', (_, body, links) => {
    expect(inBody(body, links)).toEqual([]);
  });

  test('that cannot be opened is told wherever its address stands, and nowhere else', () => {
    const body = `见[一](${gone})和[二](${gone}-2)。\n[a]: ${gone}`;
    expect(inBody(body, [gone]).map(({ rule, severity, field, line, at, excerpt }) => [rule, severity, field, line, at, excerpt])).toEqual([
      ['link', 'must', 'body', 1, 5, gone],
      ['link', 'must', 'body', 2, 5, gone],
    ]);
  });

  test('that the body writes otherwise is told without its place', () => {
    const encoded = '/reading/search/index?words=%E4%B8%89';
    expect(inBody('见[三](/reading/search/index?words=三)。', [encoded])).toEqual([expect.objectContaining({ rule: 'link', field: 'body', at: 0, excerpt: encoded }) as Finding]);
  });
});

test.each([
  ['a cover without words', { cover: { alt: ' ' } }],
  ['a title without words', { title: '🎉' }],
  ['a picture without words', { body: '![](media:hall.jpg)' }],
])('what is missing anyway is not said twice: %s', (_, part) => {
  expect(lint(textOf(part), context)).toEqual([]);
});

test.each([
  ['联系人手机 138·1234·5678，详情请咨询。', true],
  ['证件号 ID11010519491231002X 有误。', true],
  ['日期有误，咨询请拨打 022-12345678。', false],
])('a reason for the public with a private number: %s %s', (text, found) => {
  expect(privateNumberIn(text) !== null).toBe(found);
});

describe('another campaign', () => {
  test('after the reform may name the bodies of its time', () => {
    const later = { ...context, organiser: '天津海关', startsOn: '2018-09-01', endsOn: '2018-09-30' };
    expect(lint(textOf({ body: '天津海关主办“质量月”，市场监管总局部署。' }), later)).toEqual([]);
  });

  test('whose theme quotes nothing has no theme looked for', () => {
    expect(lint(textOf({ body: '质优天津' }), { ...context, theme: '推进质量变革 建设质量强国' })).toEqual([]);
  });
});

test.each<[string, boolean]>([
  ['11010519491231002X', true],
  ['110105194912310021', false],
  ['110105194913310026', false],
  ['440524188001010014', true],
  ['91350100M000100Y43', false],
])('%s is an identity number: %s', (text, expected) => {
  expect(isIdentityNumber(text)).toBe(expected);
});

describe('whatever the text says', () => {
  const pieces = ['质优天津', '大力提升质量', '建设', '“', '”', '"', '(', ')', '（', '[', '](', '![', '<http://', '《', '>', '…', '...', '。', ' ', '\n', '13800000000', '0', '9 月 4 日', '（星期二）', '国家级', '海关', '质量月', '检验检疫局', '宝抵', '地理标志', '第', '\u0000', '🧪'];
  const field = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')));

  test('it is judged, and what is named stands in it', () => {
    fc.assert(
      fc.property(field, field, fc.option(field), (title, body, alt) => {
        const text = textOf({ title, body, cover: alt === null ? null : { alt } });
        for (const { field: where, excerpt, line, at } of lint(text, context)) {
          if (where === 'title') expect(title.startsWith(excerpt, at)).toBe(true);
          if (where === 'body') expect(body.split(/\r\n?|\n/)[(line ?? 0) - 1]?.startsWith(excerpt, at)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each(pieces.concat('a\n', '处\n', '1 ', '1[a](b', '22-', '022-1234567', '提升质量、建设质优天津', '国家级，', '月', '《a', '<质', '１'))('a long text of nothing but %j is judged too', (piece) => {
    expect(lint(textOf({ body: piece.repeat(Math.ceil(50_000 / piece.length)) }), context).length).toBeLessThanOrEqual(200);
  });

  test('a run of spaces four times as long is not looked through sixteen times as long', () => {
    const duration = (spaces: number): number => {
      const begun = performance.now();
      lint(textOf({ body: `质量月${' '.repeat(spaces)}开始` }), context);
      return performance.now() - begun;
    };
    expect(duration(20_000)).toBeLessThan(8 * duration(5_000) + 200);
  });
});
