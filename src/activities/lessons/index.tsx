import { View } from '@tarojs/components';
import { Empty } from '../../components/empty';
import type { LessonPage } from '../../contract/activity/lesson';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { useReturn } from '../../hooks/use-return';
import { useShare } from '../../hooks/use-share';
import { LessonCard } from './lesson-card';
import { useLessons } from './use-lessons';
import styles from './index.module.scss';

export default function LessonsPage() {
  const { pages, totals, coming } = useLessons();
  useReturn(() => void pages.reload());
  useShare('“质量月”微课堂', '/activities/lessons/index');

  return (
    <Page title='微课堂'>
      <PagedList pages={pages} empty={<Empty icon='book' title='课程还没有上线' text={coming ?? '编辑发布之后，会显示在这里。'} />}>
        {(lessons) => (
          <>
            {totals === null ? null : <Totals totals={totals} />}
            {lessons.map((lesson) => (
              <LessonCard key={lesson.id} lesson={lesson} />
            ))}
          </>
        )}
      </PagedList>
    </Page>
  );
}

/** How many of all lessons one has finished, as a ruler of them. */
function Totals({ totals: { lessonCount, finishedCount } }: { totals: NonNullable<LessonPage['totals']> }) {
  return (
    <View className={styles.totals}>
      <View>{finishedCount === 0 ? `共 ${lessonCount} 课，读完并做完小测就是学完` : `已学完 ${finishedCount} 课，共 ${lessonCount} 课`}</View>
      <View className={styles.ruler} aria-hidden>
        <View className={styles.finished} style={{ width: `${Math.round((finishedCount / lessonCount) * 100)}%` }} />
      </View>
    </View>
  );
}
