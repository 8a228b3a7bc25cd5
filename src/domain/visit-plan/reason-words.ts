import { monthDay } from '../china-time';
import type { Cause, LeftOutReason, PlannedVisit, Preference, ServedReason, Slot } from './types';

/** How people and firms are called on the page. */
export interface Names {
  readonly expert: (id: string) => string;
  /** The firm or the receipt number of a request. */
  readonly request: (id: string) => string;
}

/** `9 月 12 日上午` */
export const slotWords = ({ date, half }: Slot): string => `${monthDay(date)}${half === 'am' ? '上午' : '下午'}`;

const MOST_NAMED = 3;

/** `甲、乙、丙等 5 位` */
function listed(names: readonly string[], unit: string): string {
  const some = names.slice(0, MOST_NAMED).join('、');
  return names.length > MOST_NAMED ? `${some}等 ${names.length} ${unit}` : some;
}

/** Why this expert and this half-day, one sentence each. */
export function servedWords(reason: ServedReason, names: Names): string[] {
  const { expertId, slot, fitting, free, sharedWith, pinned, preference } = reason;
  const expert = names.expert(expertId);
  const words = [
    pinned ? `按人工指定安排，由${expert}于${slotWords(slot)}上门。` : `${expert}的专业和服务区域相符，${slotWords(slot)}有空。`,
    fitting === 1 ? '符合条件的专家只有这一位。' : `符合条件的专家共 ${fitting} 位，其中 ${free} 位该时段有空。`,
  ];
  if (sharedWith.length > 0) words.push(`与同区域、同领域的${listed(sharedWith.map(names.request), '家')}合并上门。`);
  return [...words, ...preferenceWords(preference, names)];
}

function preferenceWords(preference: Preference, names: Names): string[] {
  switch (preference.kind) {
    case 'none':
      return [];
    case 'met':
      return ['满足企业希望的日期。'];
    case 'nobody-free':
      return ['企业希望的日期没有符合条件的专家有空。'];
    case 'others-first':
      return preference.visits.length === 0
        ? ['企业希望的日期有专家有空，但改到那天会影响更优先的安排。']
        : [`企业希望的日期，专家须优先前往${listed(visited(preference.visits, names), '家')}。`];
  }
}

/** What would have to change for a request to be visited, one sentence each. */
export function leftOutWords({ causes, blocks }: LeftOutReason, names: Names): string[] {
  if (causes.length > 0) return causes.map((cause) => causeWords(cause, names));
  return [`只放宽一项条件仍无法安排：${blocks.map((block) => blockWords[block]).join('，')}。`];
}

function causeWords(cause: Cause, names: Names): string {
  const experts = 'expertIds' in cause ? listed(cause.expertIds.map(names.expert), '位') : '';
  const firms = 'visits' in cause ? listed(visited(cause.visits, names), '家') : '';
  switch (cause.kind) {
    case 'field':
      return `没有专家登记这一领域。如由其他领域的专家前往，${experts}可以安排。`;
    case 'district':
      return `如不限服务区域，${experts}可以安排。`;
    case 'not-free':
      return `${experts}符合条件，但请假或已有预约；如能腾出半天，可以安排。`;
    case 'weekly-limit':
      return `${experts}有空，但当周上门次数已达上限；如增加半天，可以安排。`;
    case 'excluded':
      return `${experts}可以安排，但已被排除；取消排除后可以安排。`;
    case 'share-limit':
      return `前往${firms}的上门已达合并家数上限；如允许多合并一家，可以安排。`;
    case 'competition':
      return `符合条件的专家已安排给同样或更紧急的${firms}；如其中一次上门让出，可以安排。`;
    case 'pinned':
      return `符合条件的专家已被指定前往${firms}；如取消指定，可以安排。`;
  }
}

const blockWords = {
  field: '没有专家登记这一领域',
  district: '没有这一领域的专家服务该区域',
  'not-free': '专家在所选日期内没有空',
  'weekly-limit': '专家当周上门次数已达上限',
  excluded: '符合条件的专家都已被排除',
  'share-limit': '合并上门已满',
  competition: '可前往的专家已安排其他上门',
  pinned: '专家已被指定前往别处',
} as const satisfies Record<Cause['kind'], string>;

const visited = (visits: readonly PlannedVisit[], names: Names): string[] => [
  ...new Set(visits.flatMap(({ requestIds }) => requestIds.map(names.request))),
];
