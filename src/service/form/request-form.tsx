import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { CheckBox } from '../../components/controls/check-box';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { RequestForm } from '../../contract/request/form';
import type { RequestView } from '../../contract/request/request';
import { Page } from '../../frame/page';
import { useSubscribe } from '../../hooks/use-subscribe';
import { isH5 } from '../../platform/environment';
import { AttachmentsStep } from './attachments-step';
import { CheckAnswers } from './check-answers';
import { FormField } from './fields/form-field';
import styles from './index.module.scss';
import { NotSent, Restored, Waiting, WhatIsMissing } from './notes';
import type { Start } from './state/restore';
import { useRequestForm, type RequestFormState } from './state/use-request-form';

interface RequestFormProps {
  readonly form: RequestForm;
  readonly returned: RequestView | null;
  readonly start: Start;
  /** The draft was dropped: a new form is drawn. */
  readonly onStartOver: () => void;
}

/** One short step at a time, the last one to look everything over. */
export function RequestFormPage({ form, returned, start, onStartOver }: RequestFormProps) {
  const state = useRequestForm({ form, returned, start });
  const { steps, step, errors, failure, sending } = state;
  const startOver = () => {
    state.forget();
    onStartOver();
  };
  const wrong = Object.keys(errors).length;
  return (
    <Page title={form.title} actions={<Actions state={state} />}>
      {returned === null ? null : <WhatIsMissing request={returned} />}
      <Restored start={start} returned={returned !== null} onStartOver={startOver} />
      <View className={styles.progress} {...(isH5 ? { role: 'status' } : {})}>
        {`第 ${steps.indexOf(step) + 1} 步，共 ${steps.length} 步`}
      </View>
      <Heading text={step.title} />
      {steps[0] === step ? <Introduction form={form} /> : null}
      {step.asksAnonymity ? <Anonymity state={state} /> : null}
      {state.asked.map((field) => (
        <FormField key={field.id} field={field} state={state} />
      ))}
      {step.kind === 'attachments' && form.attachments !== null ? <AttachmentsStep asked={form.attachments} state={state} /> : null}
      {step.kind === 'check' ? <CheckAnswers state={state} /> : null}
      {wrong > 0 && step.kind !== 'check' ? (
        <Notice tone='wrong' alert>
          {`还有 ${wrong} 处需要修改，已在上面标出。`}
        </Notice>
      ) : null}
      {failure === null ? null : <NotSent error={failure} />}
      {sending.status === 'waiting' ? <Waiting /> : null}
    </Page>
  );
}

function Introduction({ form: { introduction, notices } }: { form: RequestForm }) {
  return (
    <>
      <View className={styles.introduction}>{introduction}</View>
      {notices.length === 0 ? null : (
        <View className={styles.notice}>
          <Notice tone='info'>
            {notices.map((notice) => (
              <View key={notice}>{notice}</View>
            ))}
          </Notice>
        </View>
      )}
    </>
  );
}

/** Says openly what staying unnamed means. */
function Anonymity({ state: { shown, setAnonymous, returned } }: { state: RequestFormState }) {
  return (
    <>
      {returned === null ? (
        <CheckBox checked={shown.anonymous} onChange={setAnonymous}>
          匿名提交
        </CheckBox>
      ) : null}
      <Notice tone='info'>
        {shown.anonymous
          ? '办理单位看不到您是谁，也无法打电话向您核实；您可以在“我的申请”里看到进度、补充情况。'
          : '留下联系方式，方便办理单位核实情况；也可以选择匿名。'}
      </Notice>
    </>
  );
}

function Actions({ state }: { state: RequestFormState }) {
  const { steps, step, mending, returned, sending, goBack, goOn, send } = state;
  if (sending.status === 'waiting') {
    return (
      <>
        <Button look='plain' text='返回修改' onPress={sending.takeBack} />
        <Button text='现在重试' onPress={send} />
      </>
    );
  }
  const isBusy = sending.status === 'busy';
  return (
    <>
      {step === steps[0] || mending ? null : <Button look='plain' text='上一步' disabled={isBusy} onPress={goBack} />}
      {step.kind === 'check' ? (
        <SendButton text={returned === null ? '提交申请' : '补充后提交'} busy={isBusy} onPress={send} />
      ) : (
        <Button text={mending ? '改好了，回到核对' : '下一步'} onPress={goOn} />
      )}
    </>
  );
}

/** Whoever sends waits for an answer: the tap at which WeChat can be asked to bring it. */
function SendButton({ text, busy, onPress }: { text: string; busy: boolean; onPress: () => void }) {
  const { askFor } = useSubscribe();
  return (
    <Button
      text={text}
      busy={busy}
      onPress={() => {
        askFor(['result', 'visit', 'reply']);
        onPress();
      }}
    />
  );
}
