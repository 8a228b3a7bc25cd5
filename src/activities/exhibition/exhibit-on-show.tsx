import { View, type CommonEventFunction, type ITouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Pressable } from '../../components/controls/pressable';
import { HeadingText } from '../../components/heading';
import { Picture } from '../../components/picture';
import type { ArticleRow } from '../../contract/article';
import { isH5, reachable } from '../../platform/environment';
import { open } from '../../platform/navigation';
import { turnOf } from './swipe';
import styles from './exhibit-on-show.module.scss';

interface ExhibitOnShowProps {
  /** Nothing is drawn while there is none. */
  readonly exhibits: readonly ArticleRow[];
  /** 0-based. */
  readonly position: number;
  readonly onTurn: (position: number) => void;
}

/** The exhibit at hand; a swipe or a button turns to its neighbours. */
export function ExhibitOnShow({ exhibits, position, onTurn }: ExhibitOnShowProps) {
  const from = useRef({ x: 0, y: 0 });
  const exhibit = exhibits[position];
  if (exhibit === undefined) return null;

  const turn = (by: number) => {
    const next = position + by;
    if (next >= 0 && next < exhibits.length) onTurn(next);
  };
  const begin: CommonEventFunction = (event) => {
    from.current = pointOf(event as ITouchEvent);
  };
  const end: CommonEventFunction = (event) => {
    turn(turnOf(from.current, pointOf(event as ITouchEvent)));
  };

  return (
    <View className={styles.show} onTouchStart={begin} onTouchEnd={end}>
      <View {...(isH5 ? { role: 'status' } : {})}>
        <Cover exhibit={exhibit} exhibits={exhibits} />
        <View className={styles.words}>
          <HeadingText level={2} className={styles.title}>
            {exhibit.title}
          </HeadingText>
          <View className={styles.place}>{[exhibit.section, `第 ${position + 1} 件`].filter((words) => words !== null).join(' · ')}</View>
          <View className={styles.summary}>{exhibit.summary}</View>
        </View>
      </View>
      <View className={styles.actions}>
        <Buttons>
          <Button look='plain' text='看介绍' onPress={() => open('/pages/article/index', { id: exhibit.id })} />
        </Buttons>
        <Buttons>
          <Button look='quiet' text='上一件' disabled={position === 0} onPress={() => turn(-1)} />
          <Button look='quiet' text='下一件' disabled={position === exhibits.length - 1} onPress={() => turn(1)} />
        </Buttons>
      </View>
    </View>
  );
}

const pointOf = ({ changedTouches: [touch] }: ITouchEvent) => ({ x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 });

/** The picture, which a press opens large, to be zoomed and turned to the others. */
function Cover({ exhibit: { title, cover }, exhibits }: { exhibit: ArticleRow; exhibits: readonly ArticleRow[] }) {
  if (cover === null) return null;
  const enlarge = () => {
    const urls = exhibits.flatMap((exhibit) => (exhibit.cover === null ? [] : [reachable(exhibit.cover.url)]));
    void Taro.previewImage({ current: reachable(cover.url), urls });
  };
  return (
    <Pressable label={`放大图片：${cover.alt === '' ? title : cover.alt}`} className={styles.picture} onPress={enlarge}>
      <Picture className={styles.image} src={reachable(cover.url)} alt='' mode='aspectFit' />
    </Pressable>
  );
}
