import { View } from '@tarojs/components';
import { Body } from '../../components/article/body';
import { ArticleHead } from '../../components/article/head';
import { Button, ShareButton } from '../../components/controls/button';
import type { LessonView } from '../../contract/activity/lesson';
import type { ArticleView } from '../../contract/article';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead, type Read } from '../../hooks/use-read';
import { useShare } from '../../hooks/use-share';
import { followLink } from '../../platform/follow-link';
import { lookAtPictures } from '../../platform/look-at-pictures';
import { address } from '../../platform/navigation';
import { copyLink } from '../../platform/sharing';
import { Media } from './media';
import { Standing } from './standing';
import styles from './index.module.scss';

const TEXT = 'lesson-text';

export default function LessonPage() {
  const { id = '' } = useParameters();
  const article = useRead('article.get', { id });
  const lesson = useRead('lesson.get', { articleId: id });
  // Both come at once, so they are drawn at once; the text is drawn as well when only the other one failed.
  const state = lesson.state.status === 'loading' && article.state.status === 'ready' ? lesson.state : article.state;
  const path = address('/activities/lesson/index', { id });
  useShare(article.state.status === 'ready' ? article.state.data.title : '“质量月”微课堂', path);

  return (
    <Page title='微课堂'>
      <Loaded read={{ state, reload: article.reload }} rows={6}>
        {(found) => <Lesson article={found} lesson={lesson} path={path} />}
      </Loaded>
    </Page>
  );
}

interface LessonProps {
  readonly article: ArticleView;
  readonly lesson: Read<LessonView>;
  readonly path: string;
}

function Lesson({ article, lesson, path }: LessonProps) {
  const { media, minutes } = article.details;
  return (
    <>
      <ArticleHead article={article} />
      {minutes === null ? null : <View className={styles.minutes}>{`大约 ${minutes} 分钟`}</View>}
      {media === null ? null : <Media media={media} />}
      <View id={TEXT}>
        <Body blocks={article.blocks} onOpen={followLink} onLook={lookAtPictures} />
      </View>
      <Standing read={lesson} textId={TEXT} />
      <View className={styles.share}>
        <Button look='plain' icon='link' text='复制链接' onPress={() => void copyLink(path)} />
        <ShareButton text='发到群里' />
      </View>
    </>
  );
}
