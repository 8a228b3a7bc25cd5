import { View } from '@tarojs/components';
import { Pressable } from '../../../components/controls/pressable';
import { shownName, type NameChoice } from '../../../domain/contest/shown-name';
import { isH5 } from '../../../platform/environment';
import styles from './name-choice.module.scss';

const choices = [
  { id: 'anonymous', name: '匿名' },
  { id: 'masked', name: '部分隐藏' },
  { id: 'real', name: '实名' },
] as const satisfies readonly { readonly id: NameChoice; readonly name: string }[];

/** Stands for the four characters of the code, which is given with the first attempt. */
const CODE = '0000';
const SAMPLE_NAME = '王小明';

/** How the boards will show a person; an anonymous one by a code of four characters. */
export const shownAs = (choice: NameChoice, name: string | null): string =>
  choice === 'anonymous' || name === null ? '匿名，“参赛者”和代码前四位' : shownName(choice, name, CODE);

const preview = (choice: NameChoice, name: string): string =>
  choice === 'anonymous' ? '显示“参赛者”和参赛代码前四位' : `显示 ${shownName(choice, name === '' ? SAMPLE_NAME : name, CODE)}`;

interface NameChoiceListProps {
  readonly chosen: NameChoice;
  /** As typed so far. */
  readonly name: string;
  readonly onChoose: (choice: NameChoice) => void;
}

/** The three ways to appear, each with how it will look. */
export function NameChoiceList({ chosen, name, onChoose }: NameChoiceListProps) {
  return (
    <View className={styles.choices} aria-label='榜单上的名字' {...(isH5 ? { role: 'radiogroup' } : {})}>
      {choices.map((choice) => (
        <Pressable
          key={choice.id}
          role='radio'
          checked={choice.id === chosen}
          className={`${styles.choice} ${choice.id === chosen ? styles.chosen : ''}`}
          onPress={() => {
            onChoose(choice.id);
          }}
        >
          <View className={styles.dot} />
          <View className={styles.words}>
            <View className={styles.name}>{choice.name}</View>
            <View className={styles.preview}>{preview(choice.id, name)}</View>
          </View>
        </Pressable>
      ))}
    </View>
  );
}
