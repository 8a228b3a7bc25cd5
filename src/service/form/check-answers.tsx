import { View } from '@tarojs/components';
import { CheckBox } from '../../components/controls/check-box';
import { Pressable } from '../../components/controls/pressable';
import { Field } from '../../components/form/field';
import { Heading } from '../../components/heading';
import type { RequestForm } from '../../contract/request/form';
import { monthDayWeekday } from '../../domain/china-time';
import { isEmpty, type FieldValue, type RequestField } from '../../domain/request/field';
import styles from './check-answers.module.scss';
import { askedOf, type Step } from './state/steps';
import type { RequestFormState } from './state/use-request-form';

/** Everything that was filled in, each with the way back to it; consent. */
export function CheckAnswers({ state }: { state: RequestFormState }) {
  const { form, steps, shown, returned, errors, consent, setConsent, sending, mend } = state;
  const mayMend = sending.status === 'no';
  return (
    <>
      {steps.map((step) => {
        const answers = answersOf(step, state);
        return answers.length === 0 ? null : (
          <View key={step.id} className={styles.answers}>
            {answers.map(({ label, text }) => (
              <View key={label} className={styles.answer}>
                <View className={styles.words}>
                  <View className={styles.label}>{label}</View>
                  <View className={styles.text}>{text}</View>
                </View>
                {mayMend ? (
                  <Pressable label={`修改${label}`} className={styles.mend} onPress={() => mend(step)}>
                    修改
                  </Pressable>
                ) : null}
              </View>
            ))}
          </View>
        );
      })}
      <Heading text='提交以后' />
      {form.whatHappensNext.map((words, index) => (
        <View key={words} className={styles.next}>{`${index + 1}. ${words}`}</View>
      ))}
      <Heading text='信息怎样使用' />
      <View className={styles.retention}>{shown.anonymous ? '您选择了匿名提交，不保存您的姓名和联系方式。' : form.retention}</View>
      {returned === null ? (
        <Field id='consent' error={errors.consent}>
          <CheckBox checked={consent} onChange={setConsent}>
            {form.consent}
          </CheckBox>
        </Field>
      ) : null}
    </>
  );
}

interface Answer {
  readonly label: string;
  readonly text: string;
}

const NOT_GIVEN = '没有填写';

function answersOf(step: Step, { form, shown, returned }: RequestFormState): readonly Answer[] {
  const fields = askedOf(step.fields, shown.anonymous).map((field) => ({ label: field.label, text: answerText(field, shown.values[field.id], form) }));
  if (step.kind === 'attachments') {
    const names = [...(returned?.attachments ?? []), ...shown.attachments.map(({ attachment }) => attachment)].map(({ name }) => name);
    return [{ label: form.attachments?.label ?? step.title, text: names.length === 0 ? '没有添加' : names.join('、') }];
  }
  if (!step.asksAnonymity || returned !== null) return fields;
  return [{ label: '是否匿名', text: shown.anonymous ? '匿名提交' : '不匿名' }, ...fields];
}

/** A value as it is read: choices by their names, several joined with 、. */
function answerText({ type, choices }: RequestField, value: FieldValue | undefined, { areas }: RequestForm): string {
  if (value === undefined || isEmpty(value)) return NOT_GIVEN;
  const ids = typeof value === 'string' ? [value] : value;
  if (type === 'date' || type === 'dates') return ids.map(monthDayWeekday).join('、');
  const options: readonly { readonly id: string; readonly name: string }[] = type === 'area' ? areas : choices;
  return ids.map((id) => options.find((option) => option.id === id)?.name ?? id).join('、');
}
