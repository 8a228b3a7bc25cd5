import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { ArticleRow } from '../../components/rows/article-row';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { SearchEntry } from '../../components/search-entry';
import { BlockList } from '../../frame/block-list';
import { Page } from '../../frame/page';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { open } from '../../platform/navigation';
import { useNews, type NewsRow } from './use-news';
import styles from './index.module.scss';

const openArticle = (id: string) => {
  open('/pages/article/index', { id });
};

const openSearch = () => {
  open('/reading/search/index', {});
};

const drawArticle = ({ article, pinned }: NewsRow) => <ArticleRow key={article.id} article={article} pinned={pinned} onOpen={openArticle} />;

export default function NewsPage() {
  const { pages, filters, filter, setFilter } = useNews();
  const filtered = filter.lineId !== undefined || filter.officeId !== undefined;
  usePullToRefresh(pages.reload);
  useShareAppMessage(() => ({ title: '质量月资讯', path: '/pages/news/index' }));

  return (
    <Page tab='/pages/news/index' title='资讯'>
      <SearchEntry onOpen={openSearch} />
      {filters === null ? null : (
        <View className={styles.filters}>
          <ChoiceRow
            label='类别'
            all='全部类别'
            choices={filters.lines}
            chosen={filter.lineId}
            onChoose={(lineId) => {
              setFilter({ ...filter, lineId });
            }}
          />
          <ChoiceRow
            label='单位'
            all='全部单位'
            choices={filters.offices}
            chosen={filter.officeId}
            onChoose={(officeId) => {
              setFilter({ ...filter, officeId });
            }}
          />
        </View>
      )}
      <BlockList pages={pages} empty={<NoNews onShowAll={filtered ? () => setFilter({}) : null} />}>
        {drawArticle}
      </BlockList>
    </Page>
  );
}

/** @param onShowAll null when nothing is filtered out */
function NoNews({ onShowAll }: { onShowAll: (() => void) | null }) {
  const text = '单位发布之后，会显示在这里。';
  if (onShowAll === null) return <Empty icon='news' title='还没有资讯' text={text} />;
  return <Empty icon='news' title='还没有这一类的资讯' text={text} action={{ text: '看全部资讯', onPress: onShowAll }} />;
}
