import { CheckBox } from '../../../components/controls/check-box';
import { Field } from '../../../components/form/field';
import type { FieldChoice } from '../../../domain/request/field';

interface ChoicesFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly purpose: string;
  readonly error: string | undefined;
  readonly choices: readonly FieldChoice[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Several of a few. */
export function ChoicesField({ choices, chosen, onChange, ...field }: ChoicesFieldProps) {
  return (
    <Field {...field}>
      {choices.map(({ id, name, summary }) => (
        <CheckBox
          key={id}
          checked={chosen.includes(id)}
          onChange={(on) => {
            onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
          }}
        >
          {summary === null ? name : `${name}：${summary}`}
        </CheckBox>
      ))}
    </Field>
  );
}
