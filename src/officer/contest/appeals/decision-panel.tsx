import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Pressable } from '../../../components/controls/pressable';
import { Field } from '../../../components/form/field';
import { TextField } from '../../../components/form/text-field';
import { Icon } from '../../../components/icon';
import { Notice } from '../../../components/notice';
import type { AppealedQuestion } from '../../../contract/contest/office';
import { letterOf } from '../../../domain/option-letter';
import { isH5 } from '../../../platform/environment';
import styles from './decision-panel.module.scss';
import { useDecision, type DecisionKind } from './use-decision';

interface DecisionPanelProps {
  readonly question: AppealedQuestion;
  readonly keyVersion: number;
  readonly onDecided: (keyVersion: number, words: string) => void;
  readonly onOutdated: () => void;
  readonly onCancel: () => void;
}

const decisions = [
  { kind: 'keep', title: '维持', text: '题目和答案没有问题' },
  { kind: 'void', title: '作废', text: '题目有错或有歧义，抽到它的答卷都计满分' },
  { kind: 'correct', title: '更正答案', text: '题目可用，答案定错了' },
] as const satisfies readonly { kind: DecisionKind; title: string; text: string }[];

const audiences = {
  keep: '提出申诉的人会看到这段话。',
  void: '这段话会在“题目更正”里向所有人公布。',
  correct: '这段话会在“题目更正”里向所有人公布。',
} as const satisfies Record<DecisionKind, string>;

/** One answer for all who appealed. */
export function DecisionPanel({ question, keyVersion, onDecided, onOutdated, onCancel }: DecisionPanelProps) {
  const { kind, chooseKind, key, chooseOption, keyError, typeReply, replyError, decide, busy, error } = useDecision(question, keyVersion, onDecided);
  const { questionId, type, options } = question;
  return (
    <View className={styles.panel}>
      <View className={styles.choices} aria-label='处理决定' {...(isH5 ? { role: 'radiogroup' } : {})}>
        {decisions.map(({ kind: own, title, text }) => (
          <Choice
            key={own}
            role='radio'
            chosen={own === kind}
            title={title}
            text={text}
            onPress={() => {
              chooseKind(own);
            }}
          />
        ))}
      </View>
      {kind === 'correct' ? (
        <Field id={`key-${questionId}`} label='正确的选项' error={keyError}>
          <View className={styles.choices} aria-label='正确的选项' {...(isH5 ? { role: type === 'multiple' ? 'group' : 'radiogroup' } : {})}>
            {options.map((option, index) => (
              <Choice
                key={index}
                role={type === 'multiple' ? 'checkbox' : 'radio'}
                chosen={key.includes(index)}
                title={`${letterOf(index)}. ${option}`}
                onPress={() => {
                  chooseOption(index);
                }}
              />
            ))}
          </View>
        </Field>
      ) : null}
      {kind === null ? null : (
        <TextField
          id={`reply-${questionId}`}
          label='答复'
          help={`${audiences[kind]}请写清理由和依据，5 到 300 字。`}
          multiline
          initial=''
          error={replyError}
          onInput={typeReply}
        />
      )}
      {error === null ? null : (
        <View className={styles.failure}>
          <Notice tone='wrong' alert>
            {error.message}
          </Notice>
          {error.code === 'conflict' ? <Button look='plain' text='刷新' onPress={onOutdated} /> : null}
        </View>
      )}
      <Buttons>
        <Button look='plain' text='先不处理' disabled={busy} onPress={onCancel} />
        <Button text='答复' busy={busy} disabled={kind === null} onPress={decide} />
      </Buttons>
    </View>
  );
}

interface ChoiceProps {
  readonly role: 'radio' | 'checkbox';
  readonly chosen: boolean;
  readonly title: string;
  readonly text?: string;
  readonly onPress: () => void;
}

function Choice({ role, chosen, title, text, onPress }: ChoiceProps) {
  return (
    <Pressable role={role} checked={chosen} className={`${styles.choice} ${chosen ? styles.chosen : ''}`} onPress={onPress}>
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        {text === undefined ? null : <View className={styles.text}>{text}</View>}
      </View>
      {chosen ? <Icon name='check' small /> : null}
    </Pressable>
  );
}
