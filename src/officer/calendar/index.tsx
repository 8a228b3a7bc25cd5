import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { CalendarHalf, ExpertCalendar } from '../../contract/visit/expert';
import { slotKey } from '../../domain/visit-plan/slots';
import { Loaded } from '../../frame/loaded';
import { useChange } from '../../hooks/use-change';
import { useParameters } from '../../hooks/use-parameters';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import { Days } from './days';
import styles from './index.module.scss';

/** Four weeks of an expert: one's own, or for the dispatcher another's by `id`. */
export default function CalendarPage() {
  const { id } = useParameters();
  const { state, reload, replace } = useRead('expert.calendar', { id });
  useReturn(() => void reload());
  usePullToRefresh(reload);
  const title = id === undefined ? '我的日程' : '专家日程';
  if (state.status === 'error' && state.error.code === 'forbidden') return <NotForYou title={title} who='专家' />;
  return (
    <Workspace title={title}>
      <Loaded read={{ state, reload }} rows={8}>
        {(calendar) => <Calendar id={id} calendar={calendar} onChange={replace} onRefused={() => void reload()} />}
      </Loaded>
    </Workspace>
  );
}

interface CalendarProps {
  readonly id: string | undefined;
  readonly calendar: ExpertCalendar;
  readonly onChange: (calendar: ExpertCalendar) => void;
  /** What is shown may be out of date. */
  readonly onRefused: () => void;
}

function Calendar({ id, calendar: { expert, days }, onChange, onRefused }: CalendarProps) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const { busy, error, send, clearError } = useChange('expert.set-leave');
  const chosenOf = (use: CalendarHalf['use']) => days.filter((half) => half.use === use && chosen.has(slotKey(half))).map(({ date, half }) => ({ date, half }));
  const [free, leave] = [chosenOf('free'), chosenOf('leave')];

  const toggle = (half: CalendarHalf) => {
    const key = slotKey(half);
    clearError();
    choose(new Set(chosen.has(key) ? [...chosen].filter((other) => other !== key) : [...chosen, key]));
  };
  const setLeave = async (away: boolean) => {
    const result = await send({ id, halves: away ? free : leave, away });
    if (result.ok) {
      choose(new Set());
      onChange(result.data);
    } else onRefused();
  };

  return (
    <>
      <HeadingText level={2} className={styles.name}>
        {expert.name}
      </HeadingText>
      <View className={styles.profile}>{`每周最多上门 ${expert.weeklyLimit} 个半天。点选空闲或请假的半天，再请假或销假；有上门的半天要先改期。`}</View>
      <Days
        days={days}
        chosen={chosen}
        onToggle={toggle}
        onVisit={(requestId) => {
          if (id === undefined) open('/officer/visit-record/index', { request: requestId });
          else open('/officer/request/index', { id: requestId });
        }}
      />
      <View className={styles.foot}>
        {error === null ? null : (
          <Notice tone='wrong' alert>
            {error.message}
          </Notice>
        )}
        <Buttons>
          <Button text={free.length === 0 ? '请假' : `请假 ${free.length} 个半天`} busy={busy} disabled={free.length === 0} onPress={() => void setLeave(true)} />
          <Button look='plain' text={leave.length === 0 ? '销假' : `销假 ${leave.length} 个半天`} busy={busy} disabled={leave.length === 0} onPress={() => void setLeave(false)} />
        </Buttons>
      </View>
    </>
  );
}
