import { View } from '@tarojs/components';
import { pageScrollTo, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ChoiceRow } from '../../components/controls/choice-row';
import { LinkList } from '../../components/controls/link-list';
import { HeadingText } from '../../components/heading';
import type { LineActivities } from '../../contract/activity/activity';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { address, open } from '../../platform/navigation';
import { ActivityRow, activityAnchor } from './activity-row';
import styles from './index.module.scss';

export default function ActivitiesPage() {
  const { line: wanted, number } = useParameters();
  const [chosen, setChosen] = useState(wanted);
  const read = useRead('activity.list', {});
  useShareAppMessage(() => ({ title: '“质量月”活动', path: address('/pages/activities/index', chosen === undefined ? {} : { line: chosen }) }));

  const ready = read.state.status === 'ready';
  useEffect(() => {
    if (ready && number !== undefined) void pageScrollTo({ selector: `#${activityAnchor(Number(number))}`, offsetTop: -52 });
  }, [ready, number]);

  return (
    <Page title='4 类 20 项活动'>
      <Loaded read={read}>
        {({ lines }) => (
          <>
            <ChoiceRow label='类别' all='全部' choices={lines} chosen={chosen} onChoose={setChosen} />
            {shown(lines, chosen).map((line) => (
              <Line key={line.id} line={line} />
            ))}
            <View className={styles.board}>
              <LinkList
                links={[
                  {
                    icon: 'document',
                    title: '活动进展',
                    text: '各项活动的状态和最近动态，数据可以下载',
                    onPress: () => {
                      open('/activities/board/index');
                    },
                  },
                ]}
              />
            </View>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The chosen line; all of them for an old link whose line is no longer there. */
function shown(lines: readonly LineActivities[], chosen: string | undefined): readonly LineActivities[] {
  const one = lines.filter(({ id }) => id === chosen);
  return one.length > 0 ? one : lines;
}

function Line({ line }: { line: LineActivities }) {
  return (
    <View className={`${styles.line} line-${line.id}`}>
      <HeadingText level={2} className={styles.name}>
        {line.name}
      </HeadingText>
      <View className={styles.summary}>{line.summary}</View>
      <View className={styles.rows}>
        {line.activities.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} lineId={line.id} />
        ))}
      </View>
    </View>
  );
}
