import { View } from '@tarojs/components';
import { Button } from './button';
import styles from './list-tail.module.scss';

interface ListTailProps {
  readonly tail: 'more' | 'loading' | 'failed' | 'end';
  readonly onMore: () => void;
}

const words = {
  more: '加载更多',
  loading: '正在加载',
  failed: '没有加载成功，重试',
} as const;

/** The end of a list: more is fetched when it comes into view, or by the button, which a keyboard can reach. */
export function ListTail({ tail, onMore }: ListTailProps) {
  return (
    <View className={styles.tail}>
      {tail === 'end' ? (
        <View className={styles.end}>没有更多了</View>
      ) : (
        <Button look='quiet' text={words[tail]} disabled={tail === 'loading'} onPress={onMore} />
      )}
    </View>
  );
}
