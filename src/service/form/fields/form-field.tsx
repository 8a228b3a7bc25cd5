import { CheckBox } from '../../../components/controls/check-box';
import { DateField } from '../../../components/form/date-field';
import { SelectField } from '../../../components/form/select-field';
import { TextField } from '../../../components/form/text-field';
import { Notice } from '../../../components/notice';
import { creditCodeDoubt } from '../../../contract/credit-code-doubt';
import type { FieldValue, RequestField } from '../../../domain/request/field';
import type { RequestFormState } from '../state/use-request-form';
import { ChoicesField } from './choices-field';
import { DatesField } from './dates-field';

interface FormFieldProps {
  readonly field: RequestField;
  readonly state: RequestFormState;
}

const text = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');
const list = (value: FieldValue | undefined): readonly string[] => (typeof value === 'string' || value === undefined ? [] : value);

/** One question of the declaration, as its type is answered. */
export function FormField({ field, state }: FormFieldProps) {
  const { form, shown, errors } = state;
  const value = shown.values[field.id];
  const asked = {
    id: field.id,
    label: field.optional ? `${field.label}（选填）` : field.label,
    help: field.help,
    purpose: field.purpose,
    error: errors[field.id],
  };
  const typed = {
    ...asked,
    initial: text(value),
    onInput: (words: string) => state.type(field, words),
    onLeave: () => state.leave(field),
  };
  const choose = (chosen: FieldValue) => state.choose(field, chosen);
  const picked = { ...asked, chosen: text(value), onChoose: choose };
  const ticked = { ...asked, chosen: list(value), onChange: choose };

  switch (field.type) {
    case 'firm-name':
    case 'contact-name':
    case 'text':
      return <TextField {...typed} />;
    case 'phone':
      return <TextField {...typed} type='phone' />;
    case 'number':
      return <TextField {...typed} type='digits' />;
    case 'need':
    case 'long-text':
      return <TextField {...typed} multiline countTo={field.max} maxLength={field.max * 2} />;
    case 'credit-code':
      return <CreditCode typed={typed} state={state} />;
    case 'area':
      return <Area picked={picked} areas={form.areas} />;
    case 'subject':
    case 'choice':
      return <SelectField {...picked} choices={field.choices} />;
    case 'choices':
      return <ChoicesField {...ticked} choices={field.choices} />;
    case 'dates':
      return <DatesField {...ticked} most={field.max} offered={form.dates} />;
    case 'date':
      return <DateField {...picked} />;
  }
}

/** A code whose check digit does not fit is asked about, and may be confirmed. */
function CreditCode({ typed, state: { shown, setCreditCodeConfirmed } }: { typed: Parameters<typeof TextField>[0]; state: RequestFormState }) {
  const doubt = creditCodeDoubt(text(shown.values[typed.id]));
  return (
    <>
      <TextField {...typed} type='code' error={doubt !== null && typed.error === doubt ? '请核对统一社会信用代码，确认无误后勾选。' : typed.error} />
      {doubt === null ? null : (
        <Notice tone='promise'>
          {doubt}
          <CheckBox checked={shown.creditCodeConfirmed} onChange={setCreditCodeConfirmed}>
            已核对，营业执照上就是这个代码
          </CheckBox>
        </Notice>
      )}
    </>
  );
}

type Picked = Omit<Parameters<typeof SelectField>[0], 'choices'>;

/** Says which office will answer. */
function Area({ picked, areas }: { picked: Picked; areas: RequestFormState['form']['areas'] }) {
  const office = areas.find(({ id }) => id === picked.chosen)?.officeName;
  return (
    <>
      <SelectField {...picked} choices={areas} />
      {office === undefined ? null : <Notice tone='info'>{`这个区域的申请由${office}接收。`}</Notice>}
    </>
  );
}
