import { View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { ArticleHead } from '../../components/article/head';
import { Pressable } from '../../components/controls/pressable';
import { ArticleRow } from '../../components/article-row';
import { Heading } from '../../components/heading';
import type { ReadArticle } from '../../contract/reading';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { PassOn } from '../../frame/pass-on';
import { DeviceNotice } from '../../frame/reading/device-notice';
import { ReadingBody, ReadingTools } from '../../frame/reading/reading';
import { useArticle, type ArticleReading } from '../../hooks/use-article';
import { useParameters } from '../../hooks/use-parameters';
import { isH5, reachable } from '../../platform/environment';
import { address, open } from '../../platform/navigation';
import { noteRead } from '../../platform/note-read';
import { isSinglePage } from '../../platform/single-page';
import styles from './index.module.scss';

const openArticle = (id: string) => {
  open('/pages/article/index', { id });
};

/** As long as it takes to see what an article is about; a glance is no reading. */
const READING_MS = 8_000;

export default function ArticlePage() {
  const { id = '' } = useParameters();
  const reading = useArticle(id);
  const { state } = reading.read;
  const path = address('/pages/article/index', { id });
  const title = state.status === 'ready' ? state.data.title : '质量月资讯';
  useEffect(() => {
    if (isH5) document.title = title;
  }, [title]);
  const isRead = state.status === 'ready' && reading.fromDevice === null && !isSinglePage();
  useEffect(() => {
    if (!isRead) return undefined;
    const timer = setTimeout(() => void noteRead(id), READING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [id, isRead]);
  const cover = state.status === 'ready' ? state.data.cover : null;
  const picture = cover === null ? {} : { imageUrl: reachable(cover.url) };
  useShareAppMessage(() => ({ title, path, ...picture }));
  useShareTimeline(() => ({ title, query: `id=${encodeURIComponent(id)}`, ...picture }));

  return (
    <Page title='资讯' actions={state.status === 'ready' ? <PassOn path={path} /> : undefined}>
      <Loaded read={reading.read}>{(article) => <Article article={article} reading={reading} />}</Loaded>
    </Page>
  );
}

function Article({ article, reading }: { article: ReadArticle; reading: ArticleReading }) {
  const { activity } = article;
  // In Moments, titles that lead nowhere.
  const related = isSinglePage() ? [] : article.related;
  return (
    <>
      <DeviceNotice reading={reading} />
      <ArticleHead article={article} />
      <ReadingTools reading={reading} />
      <ReadingBody blocks={article.blocks} />
      {activity === null ? null : (
        <Pressable
          role='link'
          className={styles.activity}
          onPress={() => {
            open('/activities/activity/index', { id: activity.id });
          }}
        >
          <View className={styles.belongs}>所属活动</View>
          <View>
            第 {activity.number} 项 {activity.title}
          </View>
        </Pressable>
      )}
      {article.readers === 0 ? null : <View className={styles.readers}>{`${article.readers} 人读过`}</View>}
      {related.length === 0 ? null : <Heading text='相关文章' />}
      {related.map((row) => (
        <ArticleRow key={row.id} article={row} onOpen={openArticle} />
      ))}
    </>
  );
}
