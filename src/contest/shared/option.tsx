import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { QuestionType } from '../../contract/practice';
import { letterOf } from '../../domain/option-letter';
import styles from './option.module.scss';

/** What the answer says about an option; `open` before it and for options that play no part. */
type Mark = 'open' | 'right' | 'missed' | 'wrong';

export function markOf(option: number, chosen: readonly number[], key: readonly number[] | null): Mark {
  if (key === null) return 'open';
  if (key.includes(option)) return chosen.includes(option) ? 'right' : 'missed';
  return chosen.includes(option) ? 'wrong' : 'open';
}

function markWords(mark: Mark, type: QuestionType): string | null {
  switch (mark) {
    case 'open':
      return null;
    case 'right':
      return '选对了';
    case 'wrong':
      return '选错了';
    case 'missed':
      return type === 'multiple' ? '应选未选' : '正确答案';
  }
}

interface OptionProps {
  readonly index: number;
  readonly text: string;
  readonly type: QuestionType;
  readonly chosen: boolean;
  readonly mark: Mark;
  /** Answered already: it shows and takes no press. */
  readonly settled: boolean;
  readonly onChoose: (option: number) => void;
}

export function Option({ index, text, type, chosen, mark, settled, onChoose }: OptionProps) {
  const words = markWords(mark, type);
  return (
    <Pressable
      role={type === 'multiple' ? 'checkbox' : 'radio'}
      checked={chosen}
      disabled={settled}
      className={`${styles.option} ${mark === 'open' && chosen ? styles.chosen : ''} ${styles[mark]}`}
      onPress={() => {
        onChoose(index);
      }}
    >
      <View className={`${styles.badge} ${type === 'multiple' ? styles.square : ''}`}>{letterOf(index)}</View>
      <View className={styles.text}>{text}</View>
      {words === null ? null : (
        <View className={styles.mark}>
          <Icon name={mark === 'wrong' ? 'cross' : 'check'} small />
          {words}
        </View>
      )}
    </Pressable>
  );
}
