import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import type { QuestionType } from '../../contract/practice';
import { isH5 } from '../../platform/environment';
import styles from './asked.module.scss';
import { markOf, Option } from './option';

/** Where the focus goes when another question comes. */
export const stemAnchor = 'stem';

interface AskedProps {
  readonly question: { readonly type: QuestionType; readonly stem: string; readonly options: readonly string[] };
  readonly chosen: readonly number[];
  /** Null for as long as it is not told. */
  readonly answerKey: readonly number[] | null;
  /** It shows and takes no press. */
  readonly settled: boolean;
  readonly onChoose: (option: number) => void;
}

/** What is asked, and the options. */
export function Asked({ question: { type, stem, options }, chosen, answerKey, settled, onChoose }: AskedProps) {
  return (
    <>
      <View id={stemAnchor} className={styles.stem} {...(isH5 ? { tabIndex: -1 } : {})}>
        <HeadingText level={2}>{stem}</HeadingText>
      </View>
      <View aria-label='选项' {...(isH5 ? { role: type === 'multiple' ? 'group' : 'radiogroup' } : {})}>
        {options.map((text, index) => (
          <Option
            key={index}
            index={index}
            text={text}
            type={type}
            chosen={chosen.includes(index)}
            mark={markOf(index, chosen, answerKey)}
            settled={settled}
            onChoose={onChoose}
          />
        ))}
      </View>
    </>
  );
}
