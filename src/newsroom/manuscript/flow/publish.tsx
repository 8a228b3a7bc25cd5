import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { CheckBox } from '../../../components/controls/check-box';
import { ChoiceRow } from '../../../components/controls/choice-row';
import { DateField, TimeField } from '../../../components/form/date-field';
import { Heading } from '../../../components/heading';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';
import { monthDayTime } from '../../../domain/china-time';
import { notify } from '../../../platform/notify';
import type { Desk } from '../use-desk';
import type { Publishing } from './entered';
import styles from './flow.module.scss';
import { MoveFailure, Overtaken } from './move-failure';
import { useMove } from './use-move';

const later = [{ id: 'later', name: '定时发布' }] as const;

/** The end of a day in China. */
export const endOf = (date: string): string => `${date}T23:59:00+08:00`;

/** Publishing what was approved, now or at a time, and above the others for a while. */
export function Publish({ desk }: { desk: Desk }) {
  const move = useMove('manuscript.publish', desk);
  const [tried, setTried] = useState(false);
  const { view, entered, enter } = desk;
  if (!view.may.includes('publish') && !view.may.includes('schedule')) return <Overtaken move={move} />;
  const publishing = { ...asItStands(view), ...entered.publishing };
  const { when, date, time, pinned, until } = publishing;
  const mistakes = tried ? missing(publishing) : {};
  const choose = (part: Partial<Publishing>) => {
    enter({ publishing: { ...entered.publishing, ...part } });
  };

  const publish = async () => {
    setTried(true);
    if (Object.keys(missing(publishing)).length > 0) return;
    const at = when === undefined ? null : `${date}T${time}:00+08:00`;
    if (!(await move.make({ at, pinnedUntil: pinned ? endOf(until) : null }))) return;
    enter({ publishing: {} });
    notify(at === null ? '已发布' : `${monthDayTime(at)} 自动发布`);
  };
  return (
    <View className={styles.move}>
      <Heading text='发布' />
      <ChoiceRow label='什么时候发布' all='现在发布' choices={later} chosen={when} onChoose={(id) => { choose({ when: id === undefined ? undefined : 'later' }); }} />
      {when === undefined ? null : (
        <>
          <DateField id='publishOn' label='发布日期' chosen={date} error={mistakes.date ?? move.error?.fields?.at} onChoose={(chosen) => { choose({ date: chosen }); }} />
          <TimeField id='publishAt' label='发布时间' chosen={time} error={mistakes.time} onChoose={(chosen) => { choose({ time: chosen }); }} />
        </>
      )}
      <CheckBox checked={pinned} onChange={(checked) => { choose({ pinned: checked }); }}>
        排在同栏目的最前面
      </CheckBox>
      {pinned ? <DateField id='pinnedUntil' label='置顶到哪一天' chosen={until} error={mistakes.until ?? move.error?.fields?.pinnedUntil} onChoose={(chosen) => { choose({ until: chosen }); }} /> : null}
      <MoveFailure move={move} fields={['at', 'pinnedUntil']} />
      <Buttons>
        <Button text={when === undefined ? '发布' : '定时发布'} busy={move.busy} onPress={() => void publish()} />
      </Buttons>
    </View>
  );
}

/** What was scheduled or is above the others already stays so, unless it is said otherwise. */
function asItStands({ publishAt, pinUntil, public: read }: ManuscriptView): Publishing {
  const until = publishAt === null ? (read?.pinnedUntil ?? null) : pinUntil;
  return {
    when: publishAt === null ? undefined : 'later',
    date: publishAt?.slice(0, 10) ?? '',
    time: publishAt?.slice(11, 16) ?? '',
    pinned: until !== null,
    until: until?.slice(0, 10) ?? '',
  };
}

const missing = ({ when, date, time, pinned, until }: Publishing): Readonly<Partial<Record<'date' | 'time' | 'until', string>>> => ({
  ...(when !== undefined && date === '' ? { date: '请选择发布日期。' } : {}),
  ...(when !== undefined && time === '' ? { time: '请选择发布时间。' } : {}),
  ...(pinned && until === '' ? { until: '请选择置顶到哪一天。' } : {}),
});
