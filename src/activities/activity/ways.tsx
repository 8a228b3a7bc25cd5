import { View } from '@tarojs/components';
import { LinkList } from '../../components/controls/link-list';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { ActivityPage } from '../../contract/activity/activity';
import { closedWays, openWays } from './way';
import styles from './index.module.scss';

/** How to take part: everything that works now, and honestly what does not. */
export function Ways({ activity }: { activity: ActivityPage }) {
  const ways = openWays(activity);
  return (
    <>
      <Heading text='怎样参加' />
      {activity.howTo === null ? null : <View className={styles.howTo}>{activity.howTo}</View>}
      {ways.length === 0 ? null : <LinkList links={ways.map(({ go, ...way }) => ({ ...way, onPress: go }))} />}
      {closedWays(activity).map((note) => (
        <View key={note} className={styles.note}>
          <Notice tone='info'>{note}</Notice>
        </View>
      ))}
    </>
  );
}
