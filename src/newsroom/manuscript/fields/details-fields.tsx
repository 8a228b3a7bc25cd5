import { SelectField } from '../../../components/form/select-field';
import { TextField } from '../../../components/form/text-field';
import type { ArticleDetails, ArticleKind } from '../../../contract/article';
import { contentLimits } from '../../../contract/newsroom/content';
import type { FieldsProps } from './fields';
import { NONE, withNone } from './none';

const sections: Readonly<Partial<Record<ArticleKind, { readonly label: string; readonly help: string }>>> = {
  exhibit: { label: '展区', help: '同一展区的展品陈列在一起。' },
  advisory: { label: '商品类别', help: '同一类别的消费提示排在一起。' },
  listing: { label: '名录分类', help: '同一分类的条目排在一起。' },
};

const mediaKinds = [
  { id: 'video', name: '视频' },
  { id: 'audio', name: '音频' },
] as const;

/** What some kinds of article say besides their text. */
export function DetailsFields({ content: { kind, details }, choices, mistakes, onChange }: FieldsProps) {
  const change = (part: Partial<ArticleDetails>) => {
    onChange({ details: { ...details, ...part } });
  };
  const section = sections[kind];
  return (
    <>
      {section === undefined ? null : (
        <TextField
          id='details-section'
          label={section.label}
          help={section.help}
          initial={details.section ?? ''}
          countTo={contentLimits.section}
          error={mistakes['details.section']}
          onInput={(text) => {
            change({ section: text.trim() || null });
          }}
        />
      )}
      {kind === 'listing' ? (
        <SelectField
          id='details-areaId'
          label='所在区'
          choices={withNone('不限于一个区', choices.areas)}
          chosen={details.areaId ?? NONE}
          error={mistakes['details.areaId']}
          onChoose={(id) => {
            change({ areaId: id === NONE ? null : id });
          }}
        />
      ) : null}
      {kind === 'lesson' || kind === 'advisory' ? (
        <SelectField
          id='details-topicId'
          label='题库专题'
          help={kind === 'lesson' ? '课后小测从这个专题里出题。' : '文末引向这个专题的练习。'}
          choices={withNone('没有', choices.topics.map(({ id, title }) => ({ id, name: title })))}
          chosen={details.topicId ?? NONE}
          error={mistakes['details.topicId']}
          onChoose={(id) => {
            change({ topicId: id === NONE ? null : id });
          }}
        />
      ) : null}
      {kind === 'lesson' ? <LessonFields details={details} mistakes={mistakes} onChange={change} /> : null}
    </>
  );
}

interface LessonFieldsProps {
  readonly details: ArticleDetails;
  readonly mistakes: FieldsProps['mistakes'];
  readonly onChange: (part: Partial<ArticleDetails>) => void;
}

function LessonFields({ details: { minutes, media }, mistakes, onChange }: LessonFieldsProps) {
  return (
    <>
      <TextField
        id='details-minutes'
        label='时长（分钟）'
        type='digits'
        initial={minutes === null ? '' : String(minutes)}
        error={mistakes['details.minutes']}
        onInput={(text) => {
          onChange({ minutes: text.trim() === '' ? null : Number(text) });
        }}
      />
      <SelectField
        id='details-media-kind'
        label='视频或音频'
        choices={withNone('只有文字和图片', mediaKinds)}
        chosen={media?.kind ?? NONE}
        onChoose={(id) => {
          const kind = mediaKinds.find((known) => known.id === id)?.id;
          onChange({ media: kind === undefined ? null : { kind, url: media?.url ?? '' } });
        }}
      />
      {media === null ? null : (
        <TextField
          id='details-media-url'
          label={`${media.kind === 'video' ? '视频' : '音频'}的地址`}
          help='填写以 https:// 开头的文件地址。'
          initial={media.url}
          maxLength={2 * contentLimits.mediaUrl}
          error={mistakes['details.media.url'] ?? mistakes['details.media']}
          onInput={(url) => {
            onChange({ media: { ...media, url: url.trim() } });
          }}
        />
      )}
    </>
  );
}
