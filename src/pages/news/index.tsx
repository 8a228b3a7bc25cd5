import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh, useReachBottom, useShareAppMessage } from '@tarojs/taro';
import { ArticleRow } from '../../components/article-row';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty, Failure, Skeleton } from '../../components/empty';
import { ListTail } from '../../components/controls/list-tail';
import { Page } from '../../frame/page';
import { open } from '../../platform/navigation';
import { useNews } from './use-news';
import styles from './index.module.scss';

const openArticle = (id: string) => {
  open('/pages/article/index', { id });
};

export default function NewsPage() {
  const { pages, filters, filter, setFilter } = useNews();
  const { state, loadMore, reload } = pages;
  const filtered = filter.lineId !== undefined || filter.officeId !== undefined;
  useReachBottom(loadMore);
  usePullDownRefresh(() => {
    void reload().finally(() => {
      stopPullDownRefresh();
    });
  });
  useShareAppMessage(() => ({ title: '质量月资讯', path: '/pages/news/index' }));

  return (
    <Page tab='/pages/news/index' title='资讯'>
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
      {state.status === 'loading' ? <Skeleton /> : null}
      {state.status === 'error' ? <Failure error={state.error} onRetry={() => void reload()} /> : null}
      {state.status === 'ready' && state.rows.length === 0 ? (
        <Empty
          icon='news'
          title={filtered ? '还没有这一类的资讯' : '还没有资讯'}
          text='单位发布之后，会显示在这里。'
          {...(filtered && {
            action: {
              text: '看全部资讯',
              onPress: () => {
                setFilter({});
              },
            },
          })}
        />
      ) : null}
      {state.status === 'ready' ? (
        <>
          {state.rows.map((article) => (
            <ArticleRow key={article.id} article={article} onOpen={openArticle} />
          ))}
          {state.rows.length === 0 ? null : <ListTail tail={state.tail} onMore={loadMore} />}
        </>
      ) : null}
    </Page>
  );
}
