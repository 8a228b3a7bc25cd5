import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import { Picture } from '../../components/picture';
import type { ListingRow } from '../../contract/activity/directory';
import { reachable } from '../../platform/environment';
import { open } from '../../platform/navigation';
import styles from './listing-card.module.scss';

/** What is listed, where it is and in which part. */
export function ListingCard({ listing: { id, title, summary, cover, areaName, section } }: { listing: ListingRow }) {
  return (
    <Pressable
      role='link'
      className={styles.card}
      onPress={() => {
        open('/pages/article/index', { id });
      }}
    >
      {cover === null ? null : <Picture className={styles.picture} src={reachable(cover.url)} alt='' mode='aspectFill' lazyLoad />}
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        <View className={styles.place}>{[areaName ?? '未注明区域', section].filter((words) => words !== null).join(' · ')}</View>
        <View className={styles.summary}>{summary}</View>
      </View>
    </Pressable>
  );
}
