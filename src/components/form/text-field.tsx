import { Input, Textarea, View } from '@tarojs/components';
import { isH5 } from '../../platform/environment';
import { errorAnchor, Field } from './field';
import styles from './text-field.module.scss';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly purpose?: string | undefined;
  readonly error?: string | undefined;
  /** What it starts with. The field keeps its own text: a controlled one would travel with every setData. */
  readonly initial: string;
  /** With every keystroke, for a draft. */
  readonly onInput: (value: string) => void;
  /** When the person leaves the field, for its check. */
  readonly onLeave?: (value: string) => void;
  readonly type?: 'text' | 'phone' | 'code' | 'digits';
  /** Room for several lines. */
  readonly multiline?: boolean;
  /** Far above the real limit, so that a long paste is told and not cut. */
  readonly maxLength?: number;
}

const keyboards = { text: 'text', phone: 'text', code: 'text', digits: 'number' } as const;
// What a browser may fill in by itself (WCAG 1.3.5).
const autoComplete = { text: 'off', phone: 'tel', code: 'off', digits: 'off' } as const;

/** One line or several of text under its label. */
export function TextField(props: TextFieldProps) {
  const { id, label, help, purpose, error, initial, onInput, onLeave, type = 'text', multiline = false, maxLength = 1000 } = props;
  const described = isH5
    ? { 'aria-invalid': error !== undefined, ...(error === undefined ? {} : { 'aria-describedby': errorAnchor(id) }) }
    : {};
  const className = `${styles.input} ${error === undefined ? '' : styles.wrong}`;
  return (
    <Field id={id} label={label} help={help} purpose={purpose} error={error}>
      {multiline ? (
        <Lines {...{ label, initial, onInput, onLeave, maxLength, className, described }} />
      ) : (
        <Input
          className={className}
          aria-label={label}
          type={keyboards[type]}
          defaultValue={initial}
          maxlength={maxLength}
          {...described}
          {...(isH5 ? { autoComplete: autoComplete[type], inputMode: type === 'phone' ? 'tel' : undefined } : {})}
          onInput={(event) => {
            onInput(event.detail.value);
          }}
          onBlur={(event) => {
            onLeave?.(event.detail.value);
          }}
        />
      )}
    </Field>
  );
}

interface LinesProps extends Pick<TextFieldProps, 'label' | 'initial' | 'onInput' | 'onLeave'> {
  readonly maxLength: number;
  readonly className: string;
  readonly described: object;
}

// On H5 Taro's Textarea hides its element in a web component, where no label reaches it; a plain one needs none of that.
function Lines({ label, initial, onInput, onLeave, maxLength, className, described }: LinesProps) {
  const classes = `${className} ${styles.lines}`;
  if (isH5) {
    return (
      <textarea
        className={classes}
        aria-label={label}
        defaultValue={initial}
        maxLength={maxLength}
        {...described}
        onInput={(event) => {
          onInput(event.currentTarget.value);
        }}
        onBlur={(event) => {
          onLeave?.(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <View>
      <Textarea
        className={classes}
        aria-label={label}
        defaultValue={initial}
        maxlength={maxLength}
        onInput={(event) => {
          onInput(event.detail.value);
        }}
        onBlur={(event) => {
          onLeave?.(event.detail.value);
        }}
      />
    </View>
  );
}
