import { articleKindNames } from '../../../contract/article';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptChoices } from '../../../contract/newsroom/manuscript';
import { detailsOfKind } from '../../../domain/manuscript/whole';

export interface FieldChange {
  readonly label: string;
  /** Empty when nothing was said. */
  readonly before: string;
  readonly after: string;
}

interface Field {
  readonly label: string;
  readonly words: (content: ManuscriptContent, choices: ManuscriptChoices) => string;
}

const nameIn = (choices: readonly { readonly id: string; readonly name: string }[], id: string | null): string => choices.find((choice) => choice.id === id)?.name ?? id ?? '';

const mediaNames = { video: '视频', audio: '音频' } as const;

/** What some kinds of article say besides their text. */
const details: readonly Field[] = [
  { label: '分区', words: ({ details: { section } }) => section ?? '' },
  { label: '题库专题', words: ({ details: { topicId } }, { topics }) => topics.find(({ id }) => id === topicId)?.title ?? topicId ?? '' },
  { label: '所在区', words: ({ details: { areaId } }, { areas }) => nameIn(areas, areaId) },
  { label: '时长', words: ({ details: { minutes } }) => (minutes === null ? '' : `${minutes} 分钟`) },
  { label: '视频或音频', words: ({ details: { media } }) => (media === null ? '' : `${mediaNames[media.kind]} ${media.url}`) },
];

/** Every field of a content, in words. */
const fields: readonly Field[] = [
  { label: '标题', words: ({ title }) => title },
  { label: '摘要', words: ({ summary }) => summary },
  { label: '正文', words: ({ markdown }) => markdown },
  { label: '栏目', words: ({ kind }) => articleKindNames[kind] },
  { label: '单位', words: ({ officeId }, { offices }) => nameIn(offices, officeId) },
  { label: '所属活动', words: ({ activityId }, { activities }) => activities.find(({ id }) => id === activityId)?.title ?? activityId ?? '' },
  { label: '类别', words: ({ lineId }, { lines }) => nameIn(lines, lineId) },
  { label: '日期', words: ({ happenedOn }) => happenedOn ?? '' },
  { label: '地点', words: ({ place }) => place ?? '' },
  { label: '标签', words: ({ tags }) => tags.join('、') },
  { label: '封面', words: ({ cover }) => (cover === null ? '' : 'pictureId' in cover ? `图片库的图片 ${cover.pictureId.slice(0, 8)}` : cover.file) },
  { label: '封面的文字说明', words: ({ cover }) => cover?.alt ?? '' },
  ...details,
];

/** What its kind of article says besides its text, in words, where something is said. */
export function detailsOf(content: ManuscriptContent, choices: ManuscriptChoices): readonly { readonly label: string; readonly text: string }[] {
  const shown = { ...content, details: detailsOfKind(content.kind, content.details) };
  return details.map(({ label, words }) => ({ label, text: words(shown, choices) })).filter(({ text }) => text !== '');
}

/** The fields in which two contents differ. */
export const changedFields = (before: ManuscriptContent, after: ManuscriptContent, choices: ManuscriptChoices): readonly FieldChange[] =>
  fields.map(({ label, words }) => ({ label, before: words(before, choices), after: words(after, choices) })).filter((field) => field.before !== field.after);
