import type { FieldErrors } from '../../../contract/errors';
import type { ManuscriptCheck } from '../../../contract/newsroom/manuscript';
import type { EditorialField } from '../../../domain/editorial/finding';

/** One thing to mend or to think over, wherever it was found. */
export interface Point {
  /** It cannot be submitted like this. */
  readonly must: boolean;
  /** As the content names it; empty where it is about the whole. */
  readonly field: string;
  /** Of the body: the line, from 1. */
  readonly line: number | null;
  /** Where the excerpt begins in the line or the field, from 0; null where only the line is known. */
  readonly at: number | null;
  readonly excerpt: string;
  readonly message: string;
  /** What to write in place of the excerpt; null where only the writer can know. */
  readonly suggestion: string | null;
}

/** Everything that was found, what must be mended first. `mistakes`: why it cannot even be saved. */
export function pointsOf(check: ManuscriptCheck | null, mistakes: FieldErrors): readonly Point[] {
  const ofField = (fields: FieldErrors): Point[] => Object.entries(fields).map(([field, message]) => ({ must: true, field, line: null, at: null, excerpt: '', message, suggestion: null }));
  if (check === null) return ofField(mistakes);
  const found: readonly Point[] = [
    // What cannot be saved is most often what is missing too.
    ...ofField({ ...check.missing, ...mistakes }),
    ...check.problems.map(({ line, message }) => ({ must: true, field: 'markdown', line, at: null, excerpt: '', message, suggestion: null })),
    ...check.findings.map(({ severity, field, line, at, excerpt, message, suggestion }) => ({ must: severity === 'must', field: contentFields[field], line: line ?? null, at, excerpt, message, suggestion })),
  ];
  return [...found.filter(({ must }) => must), ...found.filter(({ must }) => !must)];
}

/** Where the content keeps what the linter calls otherwise. */
const contentFields = { title: 'title', summary: 'summary', tags: 'tags', 'details.section': 'details.section', body: 'markdown', cover: 'cover.alt', place: 'place', happenedOn: 'happenedOn' } as const satisfies Record<EditorialField, string>;

const fieldNames: Readonly<Record<string, string>> = {
  kind: '栏目',
  title: '标题',
  summary: '摘要',
  markdown: '正文',
  officeId: '单位',
  lineId: '类别',
  activityId: '所属活动',
  tags: '标签',
  happenedOn: '日期',
  place: '地点',
  cover: '封面',
  'cover.alt': '封面的文字说明',
  'details.section': '分区',
  'details.topicId': '专题',
  'details.areaId': '所在区',
  'details.minutes': '时长',
  'details.media': '视频或音频',
  'details.media.url': '视频或音频的地址',
};

/** `正文第 3 行` */
export const placeWords = ({ field, line }: Pick<Point, 'field' | 'line'>): string => {
  const name = fieldNames[field] ?? fieldNames[field.split('.')[0] ?? ''] ?? '稿件';
  return line === null ? name : `${name}第 ${line} 行`;
};
