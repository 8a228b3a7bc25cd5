import { View } from '@tarojs/components';
import { Pressable } from '../../../components/controls/pressable';
import { Empty, Failure, Skeleton } from '../../../components/empty';
import { Tag } from '../../../components/tag';
import styles from './point-list.module.scss';
import { placeWords, type Point } from './points';
import type { Check } from './use-check';

interface PointListProps {
  readonly check: Check;
  readonly points: readonly Point[];
  /** Null where the text cannot be changed. */
  readonly onGo: ((point: Point) => void) | null;
}

/** What is to be mended before others see it; pressing one leads to its place. */
export function PointList({ check: { last, error, retry }, points, onGo }: PointListProps) {
  if (points.length === 0 && error !== null) return <Failure error={error} onRetry={retry} />;
  if (points.length === 0 && last === null) return <Skeleton rows={2} />;
  if (points.length === 0) return <Empty icon='check' title='没有发现问题' text='机构名称、主题、号码、图片说明和链接都检查过了。事实和文字仍请人工核对。' />;
  return (
    <View className={styles.points}>
      {points.map((point) => (
        <PointView key={`${point.field} ${point.line ?? ''} ${point.at ?? ''} ${point.excerpt} ${point.message}`} point={point} onGo={onGo} />
      ))}
    </View>
  );
}

function PointView({ point, onGo }: { point: Point; onGo: PointListProps['onGo'] }) {
  const { must, excerpt, message, suggestion } = point;
  const words = (
    <>
      <View className={styles.head}>
        <Tag text={must ? '必须修改' : '建议修改'} hue={must ? 'seal' : 'gold'} />
        <View className={styles.place}>{placeWords(point)}</View>
      </View>
      {excerpt === '' ? null : <View className={styles.excerpt}>{`“${excerpt}”`}</View>}
      <View>{message}</View>
      {suggestion === null ? null : <View className={styles.suggestion}>{`可以写成“${suggestion}”`}</View>}
    </>
  );
  if (onGo === null) return <View className={styles.point}>{words}</View>;
  return (
    <Pressable
      className={styles.point}
      onPress={() => {
        onGo(point);
      }}
    >
      {words}
    </Pressable>
  );
}
