import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import type { QuestionType } from '../../contract/practice';
import { isH5 } from '../../platform/environment';
import styles from './asked.module.scss';
import { markOf, Option } from './option';

/** Where the focus goes when another question comes. */
export const stemAnchor = 'stem';

interface OptionsProps {
  readonly type: QuestionType;
  readonly options: readonly string[];
  readonly chosen: readonly number[];
  /** Null for as long as it is not told. */
  readonly answerKey: readonly number[] | null;
  /** Takes a press; null when they only show. */
  readonly onChoose: ((option: number) => void) | null;
}

const ignore = (): void => undefined;

export function Options({ type, options, chosen, answerKey, onChoose }: OptionsProps) {
  return (
    <>
      {options.map((text, index) => (
        <Option
          key={index}
          index={index}
          text={text}
          type={type}
          chosen={chosen.includes(index)}
          mark={markOf(index, chosen, answerKey)}
          settled={onChoose === null}
          onChoose={onChoose ?? ignore}
        />
      ))}
    </>
  );
}

interface AskedProps extends Omit<OptionsProps, 'type' | 'options'> {
  readonly question: { readonly type: QuestionType; readonly stem: string; readonly options: readonly string[] };
}

/** What is asked, and the options. */
export function Asked({ question: { type, stem, options }, ...answering }: AskedProps) {
  return (
    <>
      <View id={stemAnchor} className={styles.stem} {...(isH5 ? { tabIndex: -1 } : {})}>
        <HeadingText level={2}>{stem}</HeadingText>
      </View>
      <View aria-label='选项' {...(isH5 ? { role: type === 'multiple' ? 'group' : 'radiogroup' } : {})}>
        <Options type={type} options={options} {...answering} />
      </View>
    </>
  );
}
