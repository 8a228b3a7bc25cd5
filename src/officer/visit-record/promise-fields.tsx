import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { DateField } from '../../components/form/date-field';
import { SelectField } from '../../components/form/select-field';
import { TextField } from '../../components/form/text-field';
import type { DraftPromise } from '../../platform/request/record-draft';
import styles from './index.module.scss';

const promisers = [
  { id: 'firm', name: '企业' },
  { id: 'expert', name: '专家' },
  { id: 'office', name: '办理单位' },
] as const;

interface PromiseFieldsProps {
  readonly number: number;
  readonly promise: DraftPromise;
  readonly mistakes: { readonly text: string | undefined; readonly dueOn: string | undefined };
  readonly onChange: (change: Partial<DraftPromise>) => void;
  readonly onRemove: () => void;
}

/** Who does what until when. */
export function PromiseFields({ number, promise: { text, by, dueOn }, mistakes, onChange, onRemove }: PromiseFieldsProps) {
  return (
    <View className={styles.promise}>
      <TextField
        id={`promises.${number - 1}.text`}
        label={`事项 ${number}`}
        initial={text}
        error={mistakes.text}
        onInput={(typed) => {
          onChange({ text: typed });
        }}
      />
      <SelectField
        id={`promises.${number - 1}.by`}
        label={`事项 ${number} 由谁完成`}
        choices={promisers}
        chosen={by}
        onChoose={(id) => {
          onChange({ by: promisers.find((promiser) => promiser.id === id)?.id ?? by });
        }}
      />
      <DateField
        id={`promises.${number - 1}.dueOn`}
        label={`事项 ${number} 完成日期`}
        error={mistakes.dueOn}
        chosen={dueOn}
        onChoose={(date) => {
          onChange({ dueOn: date });
        }}
      />
      <Button look='quiet' text={`删除事项 ${number}`} onPress={onRemove} />
    </View>
  );
}
