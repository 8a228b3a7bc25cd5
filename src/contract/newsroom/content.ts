import * as v from 'valibot';
import { withoutInvisible } from '../../domain/invisible';
import { articleKinds, type ArticleDetails, type ArticleKind } from '../article';
import type { LineId } from '../campaign';
import { calendarDate, contentId, recordId } from '../fields';

/** What an article's picture is: one of the picture library, or the file that came with the campaign's folder. */
export type Cover = { readonly pictureId: string; readonly alt: string } | { readonly file: string; readonly alt: string };

/** Everything that an editor writes. What is not said yet is empty or null, until it is to be published. */
export interface ManuscriptContent {
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
  readonly officeId: string;
  readonly lineId: LineId | null;
  readonly activityId: string | null;
  readonly tags: readonly string[];
  readonly happenedOn: string | null;
  readonly place: string | null;
  readonly cover: Cover | null;
  readonly details: ArticleDetails;
}

/** In characters; of `tags`, how many and how long each. A call holds 100 KB, which these texts never fill. */
export const contentLimits = { title: 60, summary: 150, markdown: 20_000, place: 40, alt: 100, tags: 6, tag: 12, section: 20, mediaUrl: 300, minutes: 180 } as const;

const characters = (text: string): number => Array.from(text).length;

/**
 * A text that is still being written: it may be empty. Characters that nobody sees come along when one pastes from
 * elsewhere, so they are dropped rather than refused.
 */
const draft = (label: string, max: number, lines: 'one' | 'many' = 'one') =>
  v.pipe(
    v.string(`请填写${label}。`),
    // Bounds the work done on what will be refused anyway.
    v.check((value) => value.length <= 2 * max, `${label}最多 ${max} 个字，请精简或分成几篇。`),
    v.transform((value) => withoutInvisible(value.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n'))),
    v.transform((value) => (lines === 'one' ? value.trim() : value)),
    v.check((value) => lines === 'many' || !/[\t\n]/.test(value), `${label}请写在一行内。`),
    v.check((value) => characters(value) <= max, `${label}最多 ${max} 个字，请精简或分成几篇。`),
    v.description(`at most ${max} characters`),
  );

/** Null when nothing is said. */
const optionalDraft = (label: string, max: number) => v.nullable(v.pipe(draft(label, max), v.transform((value) => value || null)));

const alt = draft('封面的文字说明', contentLimits.alt);

export const manuscriptContent = v.strictObject({
  kind: v.picklist(articleKinds, '没有这一类内容。'),
  title: draft('标题', contentLimits.title),
  summary: draft('摘要', contentLimits.summary),
  markdown: draft('正文', contentLimits.markdown, 'many'),
  officeId: contentId('单位'),
  lineId: v.nullable(v.picklist(['publicity', 'rectification', 'service', 'brand'], '没有这一类别。')),
  activityId: v.nullable(contentId('活动')),
  tags: v.pipe(
    v.array(v.pipe(draft('标签', contentLimits.tag), v.nonEmpty('标签不能是空的。')), '标签不正确。'),
    v.maxLength(contentLimits.tags, `标签最多 ${contentLimits.tags} 个。`),
    v.check((tags) => new Set(tags).size === tags.length, '标签有重复。'),
  ),
  happenedOn: v.nullable(calendarDate('日期')),
  place: optionalDraft('地点', contentLimits.place),
  cover: v.nullable(
    v.union(
      [
        v.strictObject({ pictureId: recordId, alt }),
        v.strictObject({ file: v.pipe(v.string('封面不正确。'), v.maxLength(80, '封面不正确。'), v.regex(/^[a-z0-9][a-z0-9-]*\.(?:jpg|png|webp)$/, '封面不正确。')), alt }),
      ],
      `封面不正确，请从图片库选择，文字说明最多 ${contentLimits.alt} 个字。`,
    ),
  ),
  details: v.strictObject({
    section: optionalDraft('分区', contentLimits.section),
    topicId: v.nullable(contentId('专题')),
    areaId: v.nullable(contentId('所在区')),
    minutes: v.nullable(v.pipe(v.number('时长不正确。'), v.integer('时长请填整数分钟。'), v.minValue(1, '时长至少 1 分钟。'), v.maxValue(contentLimits.minutes, `时长最多 ${contentLimits.minutes} 分钟。`))),
    media: v.nullable(v.strictObject({ kind: v.picklist(['video', 'audio'], '请选择视频或音频。'), url: draft('视频或音频的地址', contentLimits.mediaUrl) })),
  }),
});
