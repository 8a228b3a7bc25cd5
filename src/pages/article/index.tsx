import { View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { Body } from '../../components/article/body';
import { ArticleHead } from '../../components/article/head';
import { Button, ShareButton } from '../../components/controls/button';
import { Pressable } from '../../components/controls/pressable';
import { ArticleRow } from '../../components/article-row';
import { Heading } from '../../components/heading';
import type { ReadArticle } from '../../contract/reading';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { followLink } from '../../platform/follow-link';
import { lookAtPictures } from '../../platform/look-at-pictures';
import { isH5, reachable } from '../../platform/environment';
import { address, open } from '../../platform/navigation';
import { noteRead } from '../../platform/note-read';
import { copyLink } from '../../platform/sharing';
import styles from './index.module.scss';

const openArticle = (id: string) => {
  open('/pages/article/index', { id });
};

/** As long as it takes to see what an article is about; a glance is no reading. */
const READING_MS = 8_000;

export default function ArticlePage() {
  const { id = '' } = useParameters();
  const read = useRead('article.get', { id });
  const { state } = read;
  const path = address('/pages/article/index', { id });
  const title = state.status === 'ready' ? state.data.title : '质量月资讯';
  useEffect(() => {
    if (isH5) document.title = title;
  }, [title]);
  const isRead = state.status === 'ready';
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
    <Page
      title='资讯'
      actions={
        state.status === 'ready' ? (
          <>
            <Button look='plain' icon='link' text='复制链接' onPress={() => void copyLink(path)} />
            <ShareButton text='发到群里' />
          </>
        ) : undefined
      }
    >
      <Loaded read={read}>{(article) => <Article article={article} />}</Loaded>
    </Page>
  );
}

function Article({ article }: { article: ReadArticle }) {
  const { activity } = article;
  return (
    <>
      <ArticleHead article={article} />
      <Body blocks={article.blocks} onOpen={followLink} onLook={lookAtPictures} />
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
      {article.related.length === 0 ? null : <Heading text='相关文章' />}
      {article.related.map((row) => (
        <ArticleRow key={row.id} article={row} onOpen={openArticle} />
      ))}
    </>
  );
}
