import { View } from '@tarojs/components';
import { Heading } from '../../../components/heading';
import { Timeline } from '../../../components/timeline';
import type { Desk } from '../use-desk';
import { nameOf } from '../../shared/hand-words';
import { eventWords } from './event-words';
import styles from './flow.module.scss';
import { Publish } from './publish';
import { Pin, Unschedule, Withdraw } from './published';
import { Review } from './review';
import { Standing } from './standing';
import { Submit } from './submit';

interface FlowProps {
  readonly desk: Desk;
  readonly mustCount: number;
  readonly onShowPoints: () => void;
}

/** Where the manuscript stands, what this person may do now, and what happened. */
export function Flow({ desk, mustCount, onShowPoints }: FlowProps) {
  const { may, events } = desk.view;
  return (
    <View className={styles.flow}>
      <Standing view={desk.view} />
      {may.includes('submit') ? <Submit desk={desk} mustCount={mustCount} onShowPoints={onShowPoints} /> : null}
      {may.includes('approve') ? <Review desk={desk} /> : null}
      {may.includes('unschedule') ? <Unschedule desk={desk} /> : null}
      {may.includes('publish') || may.includes('schedule') ? <Publish desk={desk} /> : null}
      {may.includes('pin') ? <Pin desk={desk} /> : null}
      {may.includes('withdraw') ? <Withdraw desk={desk} /> : null}
      <View>
        <Heading text='经过' />
        {events.length === 0 ? (
          <View className={styles.explain}>这篇内容来自活动资料，还没有在编辑部修改过。</View>
        ) : (
          <Timeline events={[...events].reverse().map(({ by, kind, note }) => ({ kind, at: by.at, title: eventWords[kind], by: nameOf(by), note }))} next={[]} />
        )}
      </View>
    </View>
  );
}
