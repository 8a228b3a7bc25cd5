import type { EditorialContext, Finding } from './finding';
import { findAll, type Judgement, type Passage } from './passage';

const must = (rule: 'body-name' | 'office-name', message: string, suggestion: string | null): Judgement => ({ rule, severity: 'must', message, suggestion });

/** The reform of institutions, after which other bodies have these duties: entry-exit inspection went to Customs on 2018-04-20. */
const REFORM = 2018;

/** Where a name ends that could go on as an ordinary word: 局部, 处理, 办理, 科普. */
const ENDS = { 局: '局(?![部面势限域])', 处: '处(?![理置罚分于在方境])', 办: '办(?:事处|(?![理事公法证结案]))', 科: '科(?![长普学技研目])' } as const;

interface NameRule {
  readonly pattern: RegExp;
  readonly judge: (found: string, context: EditorialContext) => Judgement | null;
}

/**
 * Names of bodies outside the campaign. Sources: 主办单位 and 质检总局 as in the campaign's documents of 2017; the full name
 * 国家质量监督检验检疫总局 as its own orders of that time carry it.
 */
const bodies: readonly NameRule[] = [
  {
    pattern: /检疫检验|检验捡疫|捡验检疫|检验检役|检验检易|检检验疫/g,
    judge: () => must('body-name', '“检验检疫”写错了。', '检验检疫'),
  },
  {
    pattern: /天津市(?:出入境)?检验检疫局/g,
    judge: (found) => must('body-name', '局名里没有“市”字。', found.replace('市', '')),
  },
  {
    pattern: /(?:进出境|入出境|出境入境|出入镜|出入竟|出人境)检验检疫/g,
    judge: () => must('body-name', '局名里是“出入境”。', '出入境检验检疫'),
  },
  {
    pattern: new RegExp(`天津(?:出入境)?检验检疫总局|天津(?:出入境)?(?:检验|检疫)${ENDS.局}|天津出入境检验检疫(?:${ENDS.处}|${ENDS.办})`, 'g'),
    judge: (found, { organiser }) => must('body-name', `没有“${found}”这个单位名称，主办单位是${organiser}。`, organiser),
  },
  {
    pattern: /国家质量监督检验检疫局|国家质量检验检疫总局|国家质量监督检验总局|国家质量监督检疫总局|国家质量监督检疫检验总局|国家质量技术监督检验检疫总局/g,
    judge: () => must('body-name', '全称写错了，是国家质量监督检验检疫总局，简称质检总局。', '国家质量监督检验检疫总局'),
  },
  { pattern: /(?:国家)?质监总局|国家质检局|国家质检总局局/g, judge: () => must('body-name', '简称写错了，是质检总局。', '质检总局') },
];

/** Bodies that came with the reform, in a text about what happened before it; a line that says the later year itself is about the later time. */
const later: readonly NameRule[] = [
  {
    pattern: /(?:国家)?市场监督管理总局|(?:国家)?市场监管总局/g,
    judge: () => must('body-name', `${REFORM} 年机构改革以后才有这个单位。当时是国家质量监督检验检疫总局，简称质检总局；如果说的是现在，请在句子里写明年份。`, null),
  },
  {
    pattern: /(?:天津)?海关(?=(?:主办|承办|举办|组织|启动|开展)[^。；]{0,12}质量月)/g,
    judge: (_, { organiser }) => must('body-name', `“质量月”的主办单位是${organiser}；检验检疫职责 ${REFORM} 年 4 月 20 日起才划入海关。`, organiser),
  },
  {
    pattern: /(?:质量月[^。；]{0,20}由|主办单位(?:是|为|：|:)?)\s?(?<it>(?:天津)?海关)/g,
    judge: (_, { organiser }) => must('body-name', `“质量月”的主办单位是${organiser}；检验检疫职责 ${REFORM} 年 4 月 20 日起才划入海关。`, organiser),
  },
  {
    pattern: /国家知识产权局(?=[^。；]{0,20}地理标志)|地理标志[^。；]{0,20}(?<it>国家知识产权局)/g,
    judge: () => ({
      ...{ rule: 'body-name', severity: 'should', suggestion: null },
      message: `${REFORM} 年机构改革以前，地理标志产品保护由质检总局负责。请核对说的是哪一年，必要时写明年份。`,
    }),
  },
];

const SUFFIXES = ['检验检疫局', '办事处', '处'] as const;

/** Characters that typing by sound or by shape takes for one another. */
const confused: Readonly<Record<string, string>> = { 坻: '抵砥低诋', 宝: '保', 港: '岗巷', 疆: '缰僵彊', 邮: '由油', 检: '捡', 区: '去', 制: '治', 津: '律' };

const LATER_YEAR = /20(?:1[89]|[2-9]\d)\s?年/;

/** What an office is called wrongly, as patterns: another kind of office, a missing or an added part, a character that looks or sounds alike. */
function officeRules(officeNames: readonly string[]): readonly NameRule[] {
  return [...new Set(officeNames)].flatMap((name): NameRule[] => {
    const suffix = SUFFIXES.find((each) => name.endsWith(each));
    const stem = suffix === undefined ? '' : name.slice(0, -suffix.length);
    if (suffix === undefined || stem.length < 2 || stem.startsWith('天津')) return [];
    const message = `没有这个单位名称，应是${name}。`;
    const variants = {
      检验检疫局: `${stem}(?:出入境检验检疫局|(?:检疫|检验)${ENDS.局}|检验检疫(?:分局|${ENDS.处}|办事处)|办事处|商检局|检验检疫总局)`,
      办事处: `${stem}(?:检验检疫办事处|检验检疫局|${ENDS.局}|办公处|办事局)`,
      处: `${stem}(?:${ENDS.科}|${ENDS.局}(?!长))`,
    }[suffix];
    const end = suffix === '检验检疫局' ? ENDS.局 : ENDS.处;
    const lookalikes = Array.from(name).flatMap((character, index) => {
      const others = confused[character];
      return others === undefined ? [] : [`${name.slice(0, index)}[${others}]${name.slice(index + 1, -1)}${end}`];
    });
    return [{ pattern: new RegExp([variants, ...lookalikes].join('|'), 'g'), judge: () => must('office-name', message, name) }];
  });
}

/** Outdated or wrong names of bodies and of the campaign's own offices. */
export function nameFindings(passages: readonly Passage[], context: EditorialContext): readonly Finding[] {
  const beforeReform = Number(context.startsOn.slice(0, 4)) < REFORM;
  const always = [...bodies, ...officeRules(context.officeNames)];
  return passages.flatMap((passage) => {
    const rules = beforeReform && !LATER_YEAR.test(passage.plain) ? [...always, ...later] : always;
    return rules.flatMap(({ pattern, judge }) => findAll(passage, pattern, (match) => judge(match.groups?.it ?? match[0], context)));
  });
}
