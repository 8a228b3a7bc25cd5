import { View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { ArticleRow } from '../../components/rows/article-row';
import { Failure, Skeleton } from '../../components/empty';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { SearchEntry } from '../../components/search-entry';
import type { HomeView } from '../../contract/campaign';
import { inChina } from '../../domain/china-time';
import { Page } from '../../frame/page';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { open } from '../../platform/navigation';
import { ActivityIndex } from './activity-index';
import { Hero, HeroSkeleton } from './hero';
import { LineTiles } from './line-tiles';
import { MainTasks } from './main-tasks';
import styles from './index.module.scss';

const openArticle = (id: string) => {
  open('/pages/article/index', { id });
};

const openSearch = () => {
  open('/reading/search/index', {});
};

export default function HomePage() {
  const { state, reload } = useRead('home.get', {});
  usePullToRefresh(reload);
  const title = state.status === 'ready' ? `${state.data.campaign.name}：${state.data.campaign.theme}` : '质量月';
  useShareAppMessage(() => ({ title, path: '/pages/home/index' }));
  useShareTimeline(() => ({ title }));

  if (state.status === 'loading') {
    return (
      <Page tab='/pages/home/index' hero={<HeroSkeleton />}>
        <Skeleton />
      </Page>
    );
  }
  if (state.status === 'error') {
    return (
      <Page tab='/pages/home/index'>
        <Failure error={state.error} onRetry={() => void reload()} />
      </Page>
    );
  }
  return (
    <Page tab='/pages/home/index' hero={<Hero home={state.data} />}>
      <Content home={state.data} />
    </Page>
  );
}

function Content({ home }: { home: HomeView }) {
  return (
    <>
      {home.campaign.archiveNote === null ? null : (
        <View className={styles.note}>
          <Notice tone='info'>{home.campaign.archiveNote}</Notice>
        </View>
      )}
      <SearchEntry onOpen={openSearch} />
      <MainTasks home={home} />
      <LineTiles lines={home.lines} />
      <Heading
        text='各单位动态'
        more={{
          text: '全部',
          label: '全部资讯',
          onPress: () => {
            open('/pages/news/index');
          },
        }}
      />
      {home.articles.map((article, index) => (
        <ArticleRow key={article.id} article={article} pinned={index < home.pinnedCount} onOpen={openArticle} />
      ))}
      <Heading text='四个一行动' />
      <View className={styles.ones}>
        {home.campaign.fourOnes.map((one) => (
          <View key={one.title} className={styles.one}>
            <View className={styles.oneTitle}>{one.title}</View>
            <View className={styles.oneText}>{one.summary}</View>
          </View>
        ))}
      </View>
      <ActivityIndex lines={home.lines} />
      {home.clock.demo ? (
        <View className={styles.clock}>演示环境，当前按 {inChina(home.clock.now).format('YYYY 年 M 月 D 日 HH:mm')} 显示</View>
      ) : null}
    </>
  );
}
