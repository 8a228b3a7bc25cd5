import { View } from '@tarojs/components';
import { pageScrollTo } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/controls/button';
import { HeadingText } from '../../../components/heading';
import { Icon } from '../../../components/icon';
import { Explanation } from '../../../components/question/explanation';
import { Tag } from '../../../components/tag';
import type { AppealedQuestion } from '../../../contract/contest/office';
import { monthDayTime } from '../../../domain/china-time';
import { letterOf } from '../../../domain/option-letter';
import { isH5 } from '../../../platform/environment';
import styles from './appealed-card.module.scss';
import { DecisionPanel } from './decision-panel';
import { typeNames } from '../question-words';

interface AppealedCardProps {
  readonly question: AppealedQuestion;
  readonly keyVersion: number;
  readonly onDecided: (keyVersion: number) => void;
  /** Somebody else has decided meanwhile. */
  readonly onOutdated: () => void;
}

/** A question with all that is needed to judge it. Decided, it stays as a line: taking it out of the list redraws all of it. */
export function AppealedCard({ question, keyVersion, onDecided, onOutdated }: AppealedCardProps) {
  const [deciding, setDeciding] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const anchor = `appeals-${question.questionId}`;
  useEffect(() => {
    // The card has shrunk to a line, which may lie above what is shown.
    if (done !== null) void pageScrollTo({ selector: `#${anchor}`, offsetTop: -64 });
  }, [done, anchor]);
  if (done !== null) {
    return (
      <View id={anchor} className={styles.done} {...(isH5 ? { role: 'status' } : {})}>
        {`${done}${question.stem}`}
      </View>
    );
  }
  return (
    <View className={styles.card}>
      <View className={styles.columns}>
        <View>
          <Question question={question} />
        </View>
        <View>
          <HeadingText level={3} className={styles.count}>{`${question.appealCount} 份申诉`}</HeadingText>
          {question.appeals.map(({ id, at, reason }) => (
            <View key={id} className={styles.appeal}>
              <View className={styles.reason}>{reason}</View>
              <View className={styles.detail}>{monthDayTime(at)}</View>
            </View>
          ))}
          {question.appealCount > question.appeals.length ? (
            <View className={styles.detail}>{`只列出最早的 ${question.appeals.length} 份，答复对全部申诉有效。`}</View>
          ) : null}
        </View>
      </View>
      {deciding ? (
        <DecisionPanel
          question={question}
          keyVersion={keyVersion}
          onDecided={(version, words) => {
            setDone(words);
            onDecided(version);
          }}
          onOutdated={onOutdated}
          onCancel={() => {
            setDeciding(false);
          }}
        />
      ) : (
        <View className={styles.decide}>
          <Button
            look='plain'
            text='处理这些申诉'
            onPress={() => {
              setDeciding(true);
            }}
          />
        </View>
      )}
    </View>
  );
}

function Question({ question: { topicTitle, type, stem, options, key, explanation, source } }: { question: AppealedQuestion }) {
  return (
    <>
      <View className={styles.meta}>
        <Tag text={topicTitle} hue='brand' />
        <View className={styles.detail}>{typeNames[type]}</View>
      </View>
      <HeadingText level={2} className={styles.stem}>
        {stem}
      </HeadingText>
      {options.map((option, index) => (
        <View key={index} className={`${styles.option} ${key.includes(index) ? styles.right : ''}`}>
          <View className={styles.text}>{`${letterOf(index)}. ${option}`}</View>
          {key.includes(index) ? (
            <View className={styles.mark}>
              <Icon name='check' small />
              现在的答案
            </View>
          ) : null}
        </View>
      ))}
      <Explanation text={explanation} source={source} />
    </>
  );
}
