import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { CheckBox } from '../../components/controls/check-box';
import { Field } from '../../components/form/field';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import { SelectField } from '../../components/form/select-field';
import { TextField } from '../../components/form/text-field';
import { creditCodeDoubt } from '../../contract/credit-code-doubt';
import type { RequestField, RequestForm, RequestView } from '../../contract/request';
import { Page } from '../../frame/page';
import { open } from '../../platform/navigation';
import { DatesField } from './dates-field';
import type { FormValues } from '../../platform/draft';
import { useExpertVisit } from './use-expert-visit';
import styles from './visit-form.module.scss';

interface VisitFormProps {
  readonly form: RequestForm;
  readonly returned: RequestView | null;
  readonly start: FormValues;
  readonly onStartOver?: () => void;
}

export function VisitForm({ form, returned, start, onStartOver }: VisitFormProps) {
  const visit = useExpertVisit({ form, returned, start });
  const asked = (field: RequestField) => ({ id: field, ...form.fields[field], error: visit.errors[field] });
  const typed = (field: Exclude<RequestField, 'areaId' | 'subjectId' | 'preferredDates'>) => ({
    ...asked(field),
    initial: visit.initial[field],
    onInput: (text: string) => {
      visit.type(field, text);
    },
    onLeave: () => {
      visit.leave(field);
    },
  });
  const office = form.areas.find(({ id }) => id === visit.values.areaId)?.officeName;
  const doubt = creditCodeDoubt(visit.values.creditCode);
  const wrong = Object.keys(visit.errors).length;

  return (
    <Page
      title={form.title}
      actions={<Button text={returned === null ? '提交申请' : '补充后提交'} busy={visit.busy} onPress={() => void visit.send()} />}
    >
      {returned === null ? <View className={styles.introduction}>{form.introduction}</View> : <WhatIsMissing request={returned} />}
      {visit.restored && onStartOver !== undefined ? (
        <Restored
          onStartOver={() => {
            visit.startOver();
            onStartOver();
          }}
        />
      ) : null}

      <Heading text='想请专家做什么' />
      <SelectField
        {...asked('subjectId')}
        choices={form.subjects}
        chosen={visit.values.subjectId}
        onChoose={(subjectId) => {
          visit.choose({ subjectId });
        }}
      />
      <TextField {...typed('need')} multiline />
      <SelectField
        {...asked('areaId')}
        choices={form.areas}
        chosen={visit.values.areaId}
        onChoose={(areaId) => {
          visit.choose({ areaId });
        }}
      />
      {office === undefined ? null : <Notice tone='info'>这个区域的申请由{office}接收。</Notice>}
      <DatesField
        {...asked('preferredDates')}
        offered={form.dates}
        chosen={visit.values.preferredDates}
        onChange={(preferredDates) => {
          visit.choose({ preferredDates });
        }}
      />

      <Heading text='企业和联系人' />
      <TextField {...typed('firmName')} />
      <TextField {...typed('creditCode')} type='code' />
      {doubt === null ? null : (
        <Notice tone='promise'>
          {doubt}
          <CheckBox
            checked={visit.values.creditCodeConfirmed}
            onChange={(creditCodeConfirmed) => {
              visit.choose({ creditCodeConfirmed });
            }}
          >
            已核对，营业执照上就是这个代码
          </CheckBox>
        </Notice>
      )}
      <TextField {...typed('contactName')} />
      <TextField {...typed('phone')} type='phone' />

      <Heading text='信息怎样使用' />
      <View className={styles.retention}>{form.retention}</View>
      {returned === null ? (
        <Field id='consent' error={visit.errors.consent}>
          <CheckBox checked={visit.consent} onChange={visit.setConsent}>
            {form.consent}
          </CheckBox>
        </Field>
      ) : null}
      {wrong > 0 ? (
        <Notice tone='wrong' alert>
          还有 {wrong} 处需要修改，已在上面标出。
        </Notice>
      ) : null}
      {visit.failure === null || visit.failure.fields !== undefined ? null : <NotSent code={visit.failure.code} message={visit.failure.message} />}
    </Page>
  );
}

function WhatIsMissing({ request }: { request: RequestView }) {
  const note = [...request.timeline].reverse().find(({ kind }) => kind === 'returned')?.note;
  return (
    <Notice tone='promise'>
      {request.officeName}请您补充：{note ?? '请核对并补充各项内容。'}
    </Notice>
  );
}

function Restored({ onStartOver }: { onStartOver: () => void }) {
  return (
    <View className={styles.restored}>
      <View>已恢复您上次没有提交的内容。</View>
      <Pressable className={styles.startOver} onPress={onStartOver}>
        清空重填
      </Pressable>
    </View>
  );
}

/** The text stays in the form; a key that was used up means the request did arrive. */
function NotSent({ code, message }: { code: string; message: string }) {
  if (code !== 'key_reused') {
    return (
      <Notice tone='wrong' alert>
        {message}您填写的内容已保存在本机。
      </Notice>
    );
  }
  return (
    <Notice tone='good' alert>
      这份申请此前已经提交成功。
      <Pressable
        role='link'
        className={styles.startOver}
        onPress={() => {
          open('/service/requests/index');
        }}
      >
        查看我的申请
      </Pressable>
    </Notice>
  );
}
