import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { Picture } from '../../components/picture';
import type { ArticleRow } from '../../contract/article';
import { reachable } from '../../platform/environment';
import { scrollToId } from '../../platform/scroll';
import { ExhibitOnShow } from './exhibit-on-show';
import styles from './hall.module.scss';

const ON_SHOW = 'exhibit-on-show';

interface HallProps {
  readonly exhibits: readonly ArticleRow[];
  /** Called when the last of them comes near; there may be no more. */
  readonly onNearEnd: () => void;
}

/** One exhibit large, to swipe on from, and all of them small below it. */
export function Hall({ exhibits, onNearEnd }: HallProps) {
  const [position, setPosition] = useState(0);
  const nearEnd = position > 0 && position >= exhibits.length - 2;
  useEffect(() => {
    if (nearEnd) onNearEnd();
  }, [nearEnd, onNearEnd]);
  return (
    <>
      <View id={ON_SHOW}>
        <ExhibitOnShow exhibits={exhibits} position={position} onTurn={setPosition} />
      </View>
      <View className={styles.hall}>
        {exhibits.map((exhibit, index) => (
          <Pressable
            key={exhibit.id}
            current={index === position}
            className={`${styles.card} ${index === position ? styles.chosen : ''}`}
            onPress={() => {
              setPosition(index);
              scrollToId(ON_SHOW);
            }}
          >
            {exhibit.cover === null ? null : <Picture className={styles.picture} src={reachable(exhibit.cover.url)} alt='' mode='aspectFill' lazyLoad />}
            <View className={styles.title}>{exhibit.title}</View>
            {exhibit.section === null ? null : <View className={styles.section}>{exhibit.section}</View>}
          </Pressable>
        ))}
      </View>
    </>
  );
}
