import { View } from '@tarojs/components';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { Picture } from '../../components/picture';
import type { ArticleRow } from '../../contract/article';
import { BlockList } from '../../frame/block-list';
import type { Pages } from '../../hooks/use-pages';
import { reachable } from '../../platform/environment';
import { scrollToId } from '../../platform/scroll';
import { ExhibitOnShow } from './exhibit-on-show';
import styles from './hall.module.scss';

const ON_SHOW = 'exhibit-on-show';

interface HallProps {
  readonly pages: Pages<ArticleRow>;
  readonly empty: ReactNode;
}

/** One exhibit large, to swipe on from, and all of them small below it. */
export function Hall({ pages, empty }: HallProps) {
  const { state, loadMore } = pages;
  const exhibits = state.status === 'ready' ? state.rows : [];
  const [chosenId, setChosenId] = useState<string>();
  const position = Math.max(0, exhibits.findIndex(({ id }) => id === chosenId));
  const onShowId = exhibits[position]?.id;
  const nearEnd = position > 0 && position >= exhibits.length - 2;
  useEffect(() => {
    if (nearEnd) loadMore();
  }, [nearEnd, loadMore]);

  const drawExhibit = useCallback(
    (exhibit: ArticleRow) => (
      <SmallExhibit
        key={exhibit.id}
        exhibit={exhibit}
        onShow={exhibit.id === onShowId}
        onPress={() => {
          setChosenId(exhibit.id);
          scrollToId(ON_SHOW);
        }}
      />
    ),
    [onShowId],
  );

  return (
    <>
      <View id={ON_SHOW}>
        <ExhibitOnShow exhibits={exhibits} position={position} onTurn={(to) => setChosenId(exhibits[to]?.id)} />
      </View>
      <BlockList pages={pages} blockClassName={styles.hall} empty={empty}>
        {drawExhibit}
      </BlockList>
    </>
  );
}

interface SmallExhibitProps {
  readonly exhibit: ArticleRow;
  readonly onShow: boolean;
  readonly onPress: () => void;
}

function SmallExhibit({ exhibit: { title, section, cover }, onShow, onPress }: SmallExhibitProps) {
  return (
    <Pressable current={onShow} className={`${styles.card} ${onShow ? styles.chosen : ''}`} onPress={onPress}>
      {cover === null ? null : <Picture className={styles.picture} src={reachable(cover.url)} alt='' mode='aspectFill' lazyLoad />}
      <View className={styles.title}>{title}</View>
      {section === null ? null : <View className={styles.section}>{section}</View>}
    </Pressable>
  );
}
