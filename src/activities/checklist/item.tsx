import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import { checklistAnswerNames, type ChecklistAnswer, type ChecklistItem } from '../../contract/activity/checklist';
import { isH5 } from '../../platform/environment';
import styles from './item.module.scss';

interface ItemProps {
  readonly item: ChecklistItem;
  /** 1-based. */
  readonly number: number;
  readonly answer: ChecklistAnswer | undefined;
  readonly onAnswer: (answer: ChecklistAnswer) => void;
}

const choices = Object.entries(checklistAnswerNames) as readonly [ChecklistAnswer, string][];

/** One question of the list, and what to do where the answer is no. */
export function Item({ item: { text, hint, onNo, source }, number, answer, onAnswer }: ItemProps) {
  return (
    <View className={styles.item}>
      <HeadingText level={3} className={styles.text}>{`${number}. ${text}`}</HeadingText>
      {hint === null ? null : <View className={styles.hint}>{hint}</View>}
      <View className={styles.choices} aria-label={`第 ${number} 项`} {...(isH5 ? { role: 'radiogroup' } : {})}>
        {choices.map(([id, name]) => (
          <Pressable key={id} role='radio' checked={answer === id} className={`${styles.choice} ${answer === id ? styles[id] : ''}`} onPress={() => onAnswer(id)}>
            {name}
          </Pressable>
        ))}
      </View>
      <View {...(isH5 ? { role: 'status' } : {})}>{answer === 'no' ? <Notice tone='promise'>{onNo}</Notice> : null}</View>
      {source === null ? null : <View className={styles.source}>{`依据：${[source.title, source.article].filter((words) => words !== null).join(' ')}`}</View>}
    </View>
  );
}
