import { linkKind } from '../editorial/link';

/** What of a manuscript's content decides whether it is whole. */
export interface WrittenContent {
  readonly title: string;
  readonly summary: string;
  readonly lineId: string | null;
  readonly cover: { readonly alt: string } | null;
  readonly details: { readonly media: { readonly url: string } | null };
}

const WORDS = /[\p{L}\p{N}]/u;
const PATH = /^https:\/\/[^/?#]+\/[^?#]/;

/** What is missing before it can be submitted, by field; the body is looked at where it is rendered. */
export function missingIn({ title, summary, lineId, cover, details: { media } }: WrittenContent): Readonly<Record<string, string>> {
  return {
    ...wordless('title', '标题', title),
    ...wordless('summary', '摘要', summary),
    ...(lineId === null && { lineId: '请选择类别。' }),
    ...(cover && wordless('cover.alt', '封面的文字说明', cover.alt)),
    ...(media && !isFile(media.url) && { 'details.media.url': '视频或音频的地址要以 https:// 开头，指向一个文件，不能有空格和中文。' }),
  };
}

const isFile = (url: string): boolean => linkKind(url) === 'outside' && PATH.test(url);

function wordless(field: string, label: string, text: string): Readonly<Record<string, string>> {
  if (text.trim() === '') return { [field]: `请填写${label}。` };
  return WORDS.test(text) ? {} : { [field]: `${label}请用文字写清楚，不能只有表情或符号。` };
}

const ofKind: Readonly<Record<'section' | 'topicId' | 'areaId' | 'minutes' | 'media', readonly string[]>> = {
  section: ['exhibit', 'advisory', 'listing'],
  topicId: ['lesson', 'advisory'],
  areaId: ['listing'],
  minutes: ['lesson'],
  media: ['lesson'],
};

/** What this kind of article says; what an editor filled in while it was of another kind is left out. */
export function detailsOfKind<Details extends { readonly [Name in keyof typeof ofKind]: unknown }>(kind: string, details: Details): Details {
  const foreign = Object.entries(ofKind).filter(([, kinds]) => !kinds.includes(kind));
  return { ...details, ...Object.fromEntries(foreign.map(([name]) => [name, null])) };
}
