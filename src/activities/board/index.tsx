import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import type { BoardView } from '../../contract/activity/board';
import { activityStateNames, type ActivityState } from '../../domain/activity-state';
import { inChina } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { useShare } from '../../hooks/use-share';
import { BoardRow } from './board-row';
import styles from './index.module.scss';
import { OpenData } from './open-data';

const NAME = '活动进展';

export default function BoardPage() {
  const read = useRead('board.get', {});
  useShare(`“质量月”${NAME}`, '/activities/board/index');
  return (
    <Page title={NAME}>
      <Loaded read={read} rows={6}>
        {(board) => <Board board={board} />}
      </Loaded>
    </Page>
  );
}

function Board({ board: { clock, campaignName, lines, counts } }: { board: BoardView }) {
  return (
    <>
      <View className={styles.as}>{`${campaignName}，截至 ${inChina(clock.now).format('YYYY 年 M 月 D 日 HH:mm')}`}</View>
      <Counts counts={counts} />
      {lines.map(({ id, name, activities }) => (
        <View key={id} className={`${styles.line} line-${id}`}>
          <HeadingText level={2} className={styles.name}>
            {name}
          </HeadingText>
          <View className={styles.rows}>
            {activities.map((activity) => (
              <BoardRow key={activity.id} activity={activity} />
            ))}
          </View>
        </View>
      ))}
      <OpenData />
    </>
  );
}

const states = Object.keys(activityStateNames) as readonly ActivityState[];

/** How many activities are in each state; a state that none is in is left out. */
function Counts({ counts }: Pick<BoardView, 'counts'>) {
  return (
    <View className={styles.counts}>
      {states
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <View key={state} className={styles.count}>
            <View className={styles.number}>{counts[state]}</View>
            <View>{activityStateNames[state]}</View>
          </View>
        ))}
    </View>
  );
}
