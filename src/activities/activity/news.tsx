import { View } from '@tarojs/components';
import { ArticleRow } from '../../components/rows/article-row';
import { Heading } from '../../components/heading';
import type { ActivityPage } from '../../contract/activity/activity';
import { open } from '../../platform/navigation';
import { newsAnchor } from './way';
import styles from './index.module.scss';

const openNews = (id: string) => {
  open('/pages/article/index', { id });
};

/** The latest news of the activity, its evidence. */
export function News({ activity: { id, news } }: { activity: ActivityPage }) {
  const all = { text: '全部', label: '全部动态', onPress: () => open('/activities/articles/index', { activity: id, kind: 'news' }) };
  return (
    <View id={newsAnchor}>
      <Heading text='活动动态' {...(news.length === 0 ? {} : { more: all })} />
      {news.length === 0 ? <View className={styles.none}>各单位发布之后，会显示在这里。</View> : null}
      {news.map((article) => (
        <ArticleRow key={article.id} article={article} onOpen={openNews} />
      ))}
    </View>
  );
}
