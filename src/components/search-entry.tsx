import { Icon } from './icon';
import { Pressable } from './controls/pressable';
import styles from './search-entry.module.scss';

/** The way to the search, in the shape of what is there. */
export function SearchEntry({ onOpen }: { onOpen: () => void }) {
  return (
    <Pressable role='link' className={styles.entry} onPress={onOpen}>
      <Icon name='search' small />
      搜索资讯、活动、课程
    </Pressable>
  );
}
