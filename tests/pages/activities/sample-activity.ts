import type { ActivityPage, ActivityView, LineActivities, Way } from '../../../src/contract/activity/activity';
import type { LineId } from '../../../src/contract/campaign';
import { article } from '../sample-article';

const news: Way = { kind: 'news', count: 3 };
const none = (of: 'lesson' | 'exhibit' | 'advisory' | 'listing'): Way => ({ kind: 'articles', of, count: 0, coming: '内容正在整理，整理好后放在这里。' });
const some = (of: 'lesson' | 'exhibit' | 'advisory' | 'listing', count: number): Way => ({ kind: 'articles', of, count, coming: null });
const request = (kindId: string, title: string, subjectId: string | null = null): Way => ({ kind: 'request', kindId, title, subjectId, open: true });
const checklist = (checklistId: string): Way => ({ kind: 'checklist', checklistId, title: '企业自查清单', count: 12 });

/** All twenty with every kind of way among them. */
const table: readonly (readonly [LineId, string, readonly Way[]])[] = [
  ['publicity', '新闻发布会', [news]],
  ['publicity', '成果展', [none('exhibit')]],
  ['publicity', '微课堂', [some('lesson', 4), { kind: 'events', count: 0, coming: '直播场次公布后，可以在这里预约。' }]],
  ['publicity', '知识竞赛', [{ kind: 'contest', title: '知识竞赛' }]],
  ['publicity', '主题征文', [{ kind: 'essays', count: 0, coming: null, open: true }]],
  ['publicity', '四进宣传', [request('invite-us', '请我们去讲'), news]],
  ['publicity', '实验室开放日', [{ kind: 'events', count: 2, coming: null }]],
  ['rectification', '热点消费品', [some('advisory', 3)]],
  ['rectification', '“清源”行动', [some('advisory', 1), checklist('qingyuan')]],
  ['rectification', '“双打”行动', [request('clue-report', '质量线索举报'), checklist('shuangda')]],
  ['rectification', '国门安全月', [request('clue-report', '质量线索举报', 'safety-hazard'), checklist('border-safety')]],
  ['service', '专家上门', [request('expert-visit', '请专家上门')]],
  ['service', '三同进万家', [request('three-sames-assistance', '三同帮扶与参展')]],
  ['service', '三同成果展', [request('three-sames-assistance', '三同帮扶与参展'), none('exhibit')]],
  ['service', '泰达检测平台', [request('testing-consultation', '检测咨询')]],
  ['service', '三进三优', [request('facilitation-wish', '便利化诉求')]],
  ['brand', '示范区建设', [some('listing', 2), request('demonstration-coaching', '示范区辅导')]],
  ['brand', '出口农产品', [request('farm-export-coaching', '农产品帮扶')]],
  ['brand', '地理标志申报', [none('listing'), request('gi-coaching', '地理标志辅导')]],
  ['brand', '一区一品牌', [none('listing')]],
];

const lineNames: Readonly<Record<LineId, string>> = { publicity: '质量宣传', rectification: '重点整治', service: '质量服务', brand: '品牌提升' };

const viewOf = ([, title, ways]: (typeof table)[number], index: number): ActivityView => ({
  id: `activity-${index + 1}`,
  number: index + 1,
  shortTitle: title,
  title,
  audience: ['企业', '消费者'],
  summary: `${title}的说明`,
  ways,
  state: 'running',
  evidenceCount: 1,
  lastHappenedOn: '2017-09-04',
});

export const lines: readonly LineActivities[] = (['publicity', 'rectification', 'service', 'brand'] as const).map((id) => ({
  id,
  name: lineNames[id],
  summary: '',
  activities: table.flatMap((row, index) => (row[0] === id ? [viewOf(row, index)] : [])),
}));

/** Each as its page shows it. */
export const activities: readonly ActivityPage[] = table.map((row, index) => ({
  ...viewOf(row, index),
  lineId: row[0],
  lineName: lineNames[row[0]],
  when: '2017 年 9 月 1 日至 30 日',
  howTo: null,
  news: [article],
  shelves: [],
  organiser: '天津出入境检验检疫局',
}));

/** One of them by its number, with changes. */
export function activity(number: number, changes: Partial<ActivityPage> = {}): ActivityPage {
  const found = activities[number - 1];
  if (!found) throw new Error(`There is no activity ${number}.`);
  return { ...found, ...changes };
}
