import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Field } from '../../../components/form/field';
import { SelectField } from '../../../components/form/select-field';
import { TextField } from '../../../components/form/text-field';
import { Notice } from '../../../components/notice';
import type { ContestView, Entry } from '../../../contract/contest/contest';
import styles from './entry-form.module.scss';
import { NameChoiceList } from './name-choice';
import { fieldId, useEntry } from './use-entry';

interface EntryFormProps {
  readonly entry: Entry;
  readonly offices: ContestView['offices'];
  readonly onCancel: () => void;
  readonly onEntered: (entry: Entry) => void;
}

const NO_OFFICE = 'none';

export function EntryForm({ entry, offices, onCancel, onEntered }: EntryFormProps) {
  const { values, choose, type, errors, busy, failure, save } = useEntry(entry, onEntered);
  return (
    <View className={styles.form}>
      <Field id='nameChoice' label='榜单上的名字' purpose='只决定榜单怎样显示您，不影响成绩。' error={errors.nameChoice}>
        <NameChoiceList chosen={values.nameChoice} name={values.name} onChoose={(nameChoice) => choose({ nameChoice })} />
      </Field>
      {values.nameChoice === 'anonymous' ? null : (
        <TextField
          id='name'
          label='姓名'
          purpose='按您的选择显示在榜单上。'
          initial={values.name}
          error={errors.name}
          onInput={(name) => type({ name })}
          onLeave={(name) => choose({ name })}
        />
      )}
      <TextField
        id={fieldId('enterprise.name')}
        label='企业名称（选填）'
        purpose='您的成绩计入这家企业的团体成绩，企业名称显示在企业榜上。'
        initial={values.enterpriseName}
        error={errors['enterprise.name']}
        onInput={(enterpriseName) => type({ enterpriseName })}
      />
      <TextField
        id={fieldId('enterprise.creditCode')}
        label='企业的统一社会信用代码（选填）'
        help='和企业名称一起填写。'
        purpose='用来把同一家企业的参赛者算在一起，不公开。'
        type='code'
        initial={values.creditCode}
        error={errors['enterprise.creditCode']}
        onInput={(creditCode) => type({ creditCode })}
      />
      <SelectField
        id='officeId'
        label='代表的单位（选填）'
        purpose='检验检疫系统的工作人员选择，成绩计入单位榜。'
        error={errors.officeId}
        choices={[{ id: NO_OFFICE, name: '不代表单位' }, ...offices]}
        chosen={values.officeId ?? NO_OFFICE}
        onChoose={(id) => choose({ officeId: id === NO_OFFICE ? null : id })}
      />
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {`没有保存。${failure.message}`}
        </Notice>
      )}
      <Buttons>
        <Button look='plain' text='取消' onPress={onCancel} />
        <Button text='保存' busy={busy} onPress={() => void save()} />
      </Buttons>
    </View>
  );
}
