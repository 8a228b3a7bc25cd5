import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import type { ResultView } from '../../contract/contest/attempt';
import { monthDayTime } from '../../domain/china-time';
import { usedTimeWords } from '../../domain/contest/used-time';
import { isH5 } from '../../platform/environment';
import { verdictOf } from './verdict';
import styles from './score-card.module.scss';

interface ScoreCardProps {
  readonly result: ResultView;
  readonly justSubmitted: boolean;
}

/** How the attempt went as a whole. */
export function ScoreCard({ result, justSubmitted }: ScoreCardProps) {
  const { number, contestTitle, submittedAt, closedBy, score, releasedAt } = result;
  return (
    <>
      <View className={styles.card} {...(justSubmitted && isH5 ? { role: 'alert' } : {})}>
        <View className={styles.attempt}>{`${contestTitle} · 第 ${number} 次 · ${monthDayTime(submittedAt)} 交卷`}</View>
        {score === null ? <HeadingText level={2} className={styles.received}>答卷已收到</HeadingText> : <Score result={result} score={score} />}
      </View>
      {closedBy === 'deadline' ? (
        <View className={styles.notice}>
          <Notice tone='info'>答题时间已到，系统按当时已经保存的答案交了卷。</Notice>
        </View>
      ) : null}
      {releasedAt === null ? null : (
        <View className={styles.notice}>
          <Notice tone='promise'>{`${score === null ? '成绩和解析' : '解析'}在 ${monthDayTime(releasedAt)} 竞赛结束后公布。`}</Notice>
        </View>
      )}
    </>
  );
}

function Score({ result, score }: { result: ResultView; score: NonNullable<ResultView['score']> }) {
  const { fullMark, passMark, usedMs, best, standing, questions } = result;
  const facts = [
    { name: '答对', text: `${score.correctCount}/${questions.length} 题` },
    { name: '用时', text: usedTimeWords(usedMs) },
    ...(standing === null ? [] : [{ name: `${best ? '名次' : '最好成绩的名次'}（共 ${standing.of} 人）`, text: `第 ${standing.rank} 名` }]),
  ];
  return (
    <>
      <View className={styles.line}>
        <HeadingText level={2} className={styles.score}>
          {`${score.points} 分`}
        </HeadingText>
        <View className={styles.marks}>
          <Tag text={score.passed ? '合格' : '未合格'} hue={score.passed ? 'ok' : 'grey'} />
          {best ? <Tag text='我的最好成绩' hue='gold' /> : null}
        </View>
      </View>
      <View className={styles.full}>{`满分 ${fullMark} 分，${passMark} 分合格`}</View>
      <View className={styles.ticks} aria-hidden>
        {questions.map((question) => (
          <View key={question.id} className={`${styles.tick} ${styles[verdictOf(question)] ?? ''}`} />
        ))}
      </View>
      <View className={styles.facts}>
        {facts.map(({ name, text }) => (
          <View key={name}>
            <View className={styles.name}>{name}</View>
            <View className={styles.text}>{text}</View>
          </View>
        ))}
      </View>
    </>
  );
}
