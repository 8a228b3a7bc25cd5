import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { DateField } from '../../../components/form/date-field';
import { SelectField } from '../../../components/form/select-field';
import { TextField } from '../../../components/form/text-field';
import { articleKindNames, articleKinds } from '../../../contract/article';
import type { FieldErrors } from '../../../contract/errors';
import { contentLimits, type ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptChoices } from '../../../contract/newsroom/manuscript';
import { DetailsFields } from './details-fields';
import styles from './fields.module.scss';
import { NONE, withNone } from './none';

export interface FieldsProps {
  readonly content: ManuscriptContent;
  readonly choices: ManuscriptChoices;
  /** By field, as the content names it. */
  readonly mistakes: FieldErrors;
  readonly onChange: (part: Partial<ManuscriptContent>) => void;
}

const kinds = articleKinds.map((id) => ({ id, name: articleKindNames[id] }));

/** What stands above the body. */
export function HeadFields({ content: { title, summary }, mistakes, onChange }: FieldsProps) {
  return (
    <>
      <TextField id='title' label='标题' initial={title} countTo={contentLimits.title} error={mistakes.title} onInput={(text) => { onChange({ title: text.trim() }); }} />
      <TextField
        id='summary'
        label='摘要'
        help='列表和分享卡片上显示，一两句话说清楚。'
        multiline
        initial={summary}
        countTo={contentLimits.summary}
        error={mistakes.summary}
        onInput={(text) => { onChange({ summary: text.trim().replace(/\s*\n\s*/g, ' ') }); }}
      />
    </>
  );
}

/** Where the article belongs, and what its kind says besides. */
export function PlaceFields(props: FieldsProps) {
  const { content, choices, mistakes, onChange } = props;
  return (
    <View className={styles.grid}>
      <SelectField
        id='kind'
        label='栏目'
        choices={kinds}
        chosen={content.kind}
        error={mistakes.kind}
        onChoose={(id) => { onChange({ kind: articleKinds.find((known) => known === id) ?? content.kind }); }}
      />
      <SelectField id='officeId' label='单位' choices={choices.offices.filter(({ mine }) => mine)} chosen={content.officeId} error={mistakes.officeId} onChoose={(officeId) => { onChange({ officeId }); }} />
      <ActivityFields {...props} />
      <View>
        <DateField id='happenedOn' label='日期' help='事情发生的日子，不确定可以不填。' chosen={content.happenedOn ?? ''} error={mistakes.happenedOn} onChoose={(date) => { onChange({ happenedOn: date || null }); }} />
        {content.happenedOn === null ? null : <Button look='quiet' text='清除日期' onPress={() => { onChange({ happenedOn: null }); }} />}
      </View>
      <TextField id='place' label='地点' initial={content.place ?? ''} countTo={contentLimits.place} error={mistakes.place} onInput={(text) => { onChange({ place: text.trim() || null }); }} />
      <TextField
        id='tags'
        label='标签'
        help={`最多 ${contentLimits.tags} 个，用顿号分开。`}
        initial={content.tags.join('、')}
        error={tagMistake(mistakes)}
        onInput={(text) => { onChange({ tags: text.split(/[、，,；;\s]+/).filter((tag) => tag !== '') }); }}
      />
      <DetailsFields {...props} />
    </View>
  );
}

const tagMistake = (mistakes: FieldErrors): string | undefined => Object.entries(mistakes).find(([field]) => field === 'tags' || field.startsWith('tags.'))?.[1];

/** An article about an activity stands in the activity's line; any other says in which, and so does one that does not stand there yet. */
function ActivityFields({ content: { activityId, lineId }, choices, mistakes, onChange }: FieldsProps) {
  const chosen = choices.activities.find(({ id }) => id === activityId);
  const activities = choices.activities.map(({ id, number, title }) => ({ id, name: `第 ${number} 项 ${title}` }));
  return (
    <>
      <SelectField
        id='activityId'
        label='所属活动'
        choices={withNone('不属于某项活动', activities)}
        chosen={activityId ?? NONE}
        error={mistakes.activityId}
        onChoose={(id) => {
          const activity = choices.activities.find((known) => known.id === id);
          onChange(activity === undefined ? { activityId: null } : { activityId: activity.id, lineId: activity.lineId });
        }}
      />
      {chosen === undefined || chosen.lineId !== lineId ? (
        <SelectField
          id='lineId'
          label='类别'
          choices={choices.lines}
          chosen={lineId ?? ''}
          error={mistakes.lineId}
          onChoose={(id) => { onChange({ lineId: choices.lines.find((line) => line.id === id)?.id ?? null }); }}
        />
      ) : null}
    </>
  );
}
