import { View } from '@tarojs/components';
import { Heading } from '../../../components/heading';
import { Timeline } from '../../../components/timeline';
import { eventLabels } from '../../../domain/manuscript/state';
import type { Desk } from '../use-desk';
import { nameOf } from '../../shared/hand-words';
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
  const { events } = desk.view;
  return (
    <View className={styles.flow}>
      <Standing view={desk.view} />
      <Submit desk={desk} mustCount={mustCount} onShowPoints={onShowPoints} />
      <Review desk={desk} />
      <Unschedule desk={desk} />
      <Publish desk={desk} />
      <Pin desk={desk} />
      <Withdraw desk={desk} />
      <View>
        <Heading text='经过' />
        {events.length === 0 ? (
          <View className={styles.explain}>这篇内容来自活动资料，还没有在编辑部修改过。</View>
        ) : (
          <Timeline events={[...events].reverse().map(({ by, kind, note }) => ({ kind, at: by.at, title: eventLabels[kind], by: nameOf(by), note }))} next={[]} />
        )}
      </View>
    </View>
  );
}
