import { View } from '@tarojs/components';
import { ArticleHead } from '../../components/article/head';
import type { LessonView } from '../../contract/activity/lesson';
import type { ArticleView } from '../../contract/article';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { PassOn } from '../../frame/pass-on';
import { DeviceNotice } from '../../frame/reading/device-notice';
import { ReadingBody, ReadingTools } from '../../frame/reading/reading';
import { useArticle, type ArticleReading } from '../../hooks/use-article';
import { useArticlePage } from '../../hooks/use-article-page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead, type Read } from '../../hooks/use-read';
import { address } from '../../platform/navigation';
import { isSinglePage } from '../../platform/single-page';
import { Media } from './media';
import { Standing } from './standing';
import styles from './index.module.scss';

const TEXT = 'lesson-text';

export default function LessonPage() {
  const { id = '' } = useParameters();
  const reading = useArticle(id);
  const article = reading.read;
  const lesson = useRead('lesson.get', { articleId: id });
  // Both come at once, so they are drawn at once; the text is drawn as well when only the other one failed.
  const state = lesson.state.status === 'loading' && article.state.status === 'ready' ? lesson.state : article.state;
  const path = address('/activities/lesson/index', { id });
  useArticlePage(reading, { path, name: '“质量月”微课堂' });

  return (
    <Page title='微课堂'>
      <Loaded read={{ state, reload: article.reload }} rows={6}>
        {(found) => <Lesson article={found} reading={reading} lesson={lesson} path={path} />}
      </Loaded>
    </Page>
  );
}

interface LessonProps {
  readonly article: ArticleView;
  readonly reading: ArticleReading;
  readonly lesson: Read<LessonView>;
  readonly path: string;
}

function Lesson({ article, reading, lesson, path }: LessonProps) {
  const { media, minutes } = article.details;
  return (
    <>
      <DeviceNotice reading={reading} />
      <ArticleHead article={article} />
      {minutes === null ? null : <View className={styles.minutes}>{`大约 ${minutes} 分钟`}</View>}
      {media === null ? null : <Media media={media} />}
      <ReadingTools reading={reading} />
      <View id={TEXT}>
        <ReadingBody blocks={article.blocks} />
      </View>
      {/* Progress is somebody's, and in Moments nobody is signed in. */}
      {isSinglePage() ? null : <Standing read={lesson} textId={TEXT} />}
      <View className={styles.share}>
        <PassOn path={path} />
      </View>
    </>
  );
}
