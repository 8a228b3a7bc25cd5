import { View } from '@tarojs/components';
import { ArticleHead } from '../../components/article/head';
import { Pressable } from '../../components/controls/pressable';
import { LinkList } from '../../components/controls/link-list';
import { ArticleRow } from '../../components/rows/article-row';
import { Heading } from '../../components/heading';
import type { ReadArticle } from '../../contract/reading';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { PassOn } from '../../frame/pass-on';
import { DeviceNotice } from '../../frame/reading/device-notice';
import { ReadingBody, ReadingTools } from '../../frame/reading/reading';
import { useArticle, type ArticleReading } from '../../hooks/use-article';
import { useArticlePage } from '../../hooks/use-article-page';
import { useParameters } from '../../hooks/use-parameters';
import { address, open } from '../../platform/navigation';
import { isSinglePage } from '../../platform/single-page';
import styles from './index.module.scss';

const openArticle = (id: string) => {
  open('/pages/article/index', { id });
};

export default function ArticlePage() {
  const { id = '' } = useParameters();
  const reading = useArticle(id);
  const { state } = reading.read;
  const path = address('/pages/article/index', { id });
  useArticlePage(reading, { path, name: '质量月资讯' });

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
      <Quiz article={article} />
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

/** Where an advisory leads to; in Moments nobody can answer. */
function Quiz({ article: { kind, details } }: { article: ReadArticle }) {
  const { topicId } = details;
  if (kind !== 'advisory' || topicId === null || isSinglePage()) return null;
  return (
    <View className={styles.quiz}>
      <LinkList links={[{ icon: 'contest', title: '做一组这个专题的练习', text: '每题答完就有解析和依据', onPress: () => open('/contest/practice/index', { topic: topicId }) }]} />
    </View>
  );
}
