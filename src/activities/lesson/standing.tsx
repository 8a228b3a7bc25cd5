import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { LinkList } from '../../components/controls/link-list';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { LessonProgress, LessonView } from '../../contract/activity/lesson';
import { monthDay } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import type { Read } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { open, replace } from '../../platform/navigation';
import styles from './standing.module.scss';
import { useReadingProgress } from './use-reading-progress';

interface StandingProps {
  readonly read: Read<LessonView>;
  readonly textId: string;
}

/** Under a lesson's text: how far one is, its check, and the next lesson. The text can be read without any of it. */
export function Standing({ read, textId }: StandingProps) {
  // The check is done on another page.
  useReturn(() => void read.reload());
  return (
    <Loaded read={read} rows={1}>
      {(lesson) => <Known lesson={lesson} textId={textId} onProgress={(progress) => read.replace({ ...lesson, progress })} />}
    </Loaded>
  );
}

interface KnownProps {
  readonly lesson: LessonView;
  readonly textId: string;
  readonly onProgress: (progress: LessonProgress) => void;
}

function Known({ lesson, textId, onProgress }: KnownProps) {
  const { articleId, checkQuestionCount, progress, next } = lesson;
  const noteNow = useReadingProgress({ articleId, textId, readPercent: progress?.readPercent ?? 0, onProgress });
  const toCheck = () => {
    noteNow();
    open('/contest/practice/index', { lesson: articleId });
  };
  return (
    <View className={styles.standing}>
      <Heading text='学习进度' />
      <Notice tone={progress?.finishedOn ? 'good' : 'info'}>{standingWords(lesson)}</Notice>
      {checkQuestionCount === 0 ? null : (
        <View className={styles.check}>
          <Button look={progress?.finishedOn ? 'plain' : 'main'} text={checkWords(lesson)} onPress={toCheck} />
        </View>
      )}
      {next === null ? null : (
        <View className={styles.next}>
          <LinkList links={[{ icon: 'book', title: next.title, text: '下一课', onPress: () => replace('/activities/lesson/index', { id: next.id }) }]} />
        </View>
      )}
    </View>
  );
}

function standingWords({ progress, checkQuestionCount }: LessonView): string {
  const { readPercent = 0, finishedOn = null, check = null } = progress ?? {};
  if (finishedOn !== null) {
    const result = check === null ? '' : `，小测答对 ${check.correctCount} / ${check.questionCount}`;
    return `${monthDay(finishedOn)}学完${result}。`;
  }
  const condition = checkQuestionCount === 0 ? '读到最后就是学完' : '读到最后并做完小测，就是学完';
  if (readPercent === 100) return '已经读完，做完小测就是学完。';
  return readPercent === 0 ? `${condition}，进度会自动记下。` : `已读 ${readPercent}%，${condition}。`;
}

function checkWords({ progress, checkQuestionCount }: LessonView): string {
  const check = progress?.check ?? null;
  if (check === null) return `做小测（${checkQuestionCount} 题）`;
  return check.answeredCount < check.questionCount ? `继续小测（已答 ${check.answeredCount} / ${check.questionCount}）` : '再测一次';
}
