import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Pressable } from '../../../components/controls/pressable';
import { TextField } from '../../../components/form/text-field';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import type { Helped } from '../../../contract/request/case';
import type { RequestView } from '../../../contract/request/request';
import type { SurveyRound } from '../../../domain/request/survey';
import { useChange } from '../../../hooks/use-change';
import { isH5 } from '../../../platform/environment';
import { notify } from '../../../platform/notify';
import styles from './moves.module.scss';

const answers = [
  { helped: 'yes', words: '有帮助' },
  { helped: 'partly', words: '有一些帮助' },
  { helped: 'no', words: '没有帮助' },
] as const satisfies readonly { helped: Helped; words: string }[];

interface SurveyProps {
  readonly id: string;
  readonly round: SurveyRound;
  readonly onAnswered: (request: RequestView) => void;
}

/** Asked some time after the conclusion: did it help? */
export function Survey({ id, round, onAnswered }: SurveyProps) {
  const [helped, setHelped] = useState<Helped | null>(null);
  const [mistake, setMistake] = useState<string>();
  const comment = useRef('');
  const { busy, error, send } = useChange('survey.answer');

  const answer = async () => {
    if (helped === null) {
      setMistake('请选择是否有帮助。');
      return;
    }
    const result = await send({ id, round, helped, comment: comment.current });
    if (!result.ok) return;
    notify('谢谢您的反馈');
    onAnswered(result.data);
  };

  return (
    <>
      <Heading text={`办结 ${round} 天了，这次办理对您有帮助吗`} />
      <View className={styles.panel}>
        <View className={styles.choices} aria-label='是否有帮助' {...(isH5 ? { role: 'radiogroup' } : {})}>
          {answers.map(({ helped: value, words }) => (
            <Pressable
              key={value}
              role='radio'
              checked={helped === value}
              className={`${styles.choice} ${helped === value ? styles.chosen : ''}`}
              onPress={() => {
                setHelped(value);
                setMistake(undefined);
              }}
            >
              {words}
            </Pressable>
          ))}
        </View>
        <TextField
          id='comment'
          label='补充说明（选填）'
          multiline
          countTo={300}
          initial=''
          error={mistake ?? error?.fields?.comment}
          onInput={(text) => {
            comment.current = text;
          }}
        />
        {error === null || error.fields !== undefined ? null : (
          <Notice tone='wrong' alert>
            {error.message}
          </Notice>
        )}
        <Buttons>
          <Button look='plain' text='提交反馈' busy={busy} onPress={() => void answer()} />
        </Buttons>
      </View>
    </>
  );
}
