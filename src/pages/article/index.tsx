import { Image, View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { Button, ShareButton } from '../../components/controls/button';
import { HeadingText } from '../../components/heading';
import { Pressable } from '../../components/controls/pressable';
import { lineHues, Tag } from '../../components/tag';
import type { ArticleView } from '../../contract/article';
import { monthDayWeekday } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { isH5 } from '../../platform/environment';
import { address, open } from '../../platform/navigation';
import { copyLink } from '../../platform/sharing';
import { Body } from './body';
import styles from './index.module.scss';

export default function ArticlePage() {
  const { id = '' } = useParameters();
  const read = useRead('article.get', { id });
  const { state } = read;
  const path = address('/pages/article/index', { id });
  const title = state.status === 'ready' ? state.data.title : '质量月资讯';
  useEffect(() => {
    if (isH5) document.title = title;
  }, [title]);
  useShareAppMessage(() => ({ title, path }));
  useShareTimeline(() => ({ title, query: `id=${encodeURIComponent(id)}` }));

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

const when = ({ happenedOn, month }: ArticleView): string =>
  happenedOn === null
    ? `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
    : `${happenedOn.slice(0, 4)} 年 ${monthDayWeekday(happenedOn)}`;

function Article({ article }: { article: ArticleView }) {
  const { activity } = article;
  return (
    <>
      <Cover article={article} />
      <HeadingText level={2} className={styles.title}>
        {article.title}
      </HeadingText>
      <View className={styles.meta}>
        <Tag text={article.lineName} hue={lineHues[article.lineId]} />
        <View>{article.officeFullName}</View>
        <View>{when(article)}</View>
        {article.place === null ? null : <View>{article.place}</View>}
      </View>
      <Body blocks={article.blocks} />
      {activity === null ? null : (
        <Pressable
          role='link'
          className={styles.activity}
          onPress={() => {
            open('/pages/activities/index', { line: article.lineId, number: String(activity.number) });
          }}
        >
          <View className={styles.belongs}>所属活动</View>
          <View>
            第 {activity.number} 项 {activity.title}
          </View>
        </Pressable>
      )}
    </>
  );
}

/** The office's picture where it gave one, otherwise a band drawn from the article itself. */
function Cover({ article: { cover, lineId, organiser, campaignName } }: { article: ArticleView }) {
  if (cover !== null) {
    return <Image className={styles.picture} src={cover.url} mode='aspectFill' aria-label={cover.alt} />;
  }
  return (
    <View className={`${styles.band} line-${lineId}`}>
      <View className={styles.dial} />
      <View className={styles.organiser}>{organiser}</View>
      <View className={styles.campaign}>{campaignName}</View>
    </View>
  );
}
