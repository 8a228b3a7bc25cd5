import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/controls/button';
import { TextField } from '../../../../components/form/text-field';
import { Heading } from '../../../../components/heading';
import { Notice } from '../../../../components/notice';
import type { RequestView } from '../../../../contract/request/request';
import type { FieldErrors } from '../../../../contract/errors';
import type { Slot } from '../../../../domain/visit-plan/types';
import { stateWords } from '../../state-words';
import { TemplatedField } from '../templated-field';
import type { Desk } from '../use-desk';
import { ChoiceField } from './fields/choice-field';
import { ExpertField } from './fields/expert-field';
import { SlotField } from './fields/slot-field';
import { moveForm, moveTitle, type MoveField, type MoveForm, type MoveValues, type OfficeMove } from './move-forms';
import styles from './move-panel.module.scss';
import { useMove, type Move } from './use-move';

interface MovePanelProps {
  readonly move: OfficeMove;
  readonly request: RequestView;
  readonly desk: Desk;
}

/** What a move asks for. It keeps what was typed until the move is done or given up, whatever becomes of the case meanwhile. */
export function MovePanel({ move, request, desk }: MovePanelProps) {
  const form = moveForm(move);
  const [values, setValues] = useState<MoveValues>(() => emptyValues(form));
  const making = useMove(move, request, desk, form.done);
  const possible = request.moves.includes(move);
  const asked = form.fields.filter(({ isAsked }) => isAsked?.(values) !== false);
  const title = moveTitle(move, request);
  return (
    <View className={styles.panel}>
      <Heading text={title} />
      <View className={styles.explain}>{form.explain}</View>
      {asked.map((field) => (
        <FieldOf
          key={field.name}
          field={field}
          request={request}
          values={values}
          error={making.mistakes[field.name] ?? (field.kind === 'slot' ? making.mistakes.half : undefined)}
          onFill={(filled) => {
            setValues((before) => ({ ...before, ...filled }));
          }}
        />
      ))}
      <Outcome making={making} request={request} possible={possible} title={title} />
      <View className={styles.send}>
        <Button
          look={move === 'decline' ? 'danger' : 'main'}
          text={form.send}
          busy={making.busy}
          disabled={!possible}
          onPress={() => void making.send(values, missing(asked, values))}
        />
      </View>
    </View>
  );
}

const emptyValues = ({ fields }: MoveForm): MoveValues => Object.fromEntries(fields.flatMap(({ kind, name }) => (kind === 'slot' ? [['date', ''], ['half', '']] : [[name, '']])));

const missing = (fields: readonly MoveField[], values: MoveValues): FieldErrors =>
  Object.fromEntries(fields.flatMap(({ name, missing: words }) => (words !== undefined && values[name]?.trim() === '' ? [[name, words]] : [])));

interface FieldOfProps {
  readonly field: MoveField;
  readonly request: RequestView;
  readonly values: MoveValues;
  readonly error: string | undefined;
  readonly onFill: (values: MoveValues) => void;
}

function FieldOf({ field, request: { id, office, preferredDates }, values, error, onFill }: FieldOfProps) {
  const { name, label, help } = field;
  const fill = (value: string) => {
    onFill({ [name]: value });
  };
  switch (field.kind) {
    case 'text':
      return <TemplatedField id={name} label={label} help={help} error={error} most={field.most} replies={office?.replies.filter(({ purpose }) => purpose === field.replies) ?? []} onInput={fill} />;
    case 'line':
      return <TextField id={name} label={label} help={help} error={error} initial='' onInput={fill} />;
    case 'choice':
      return <ChoiceField id={name} label={label} help={help} error={error} choices={office === null ? [] : field.choices(office)} chosen={values[name] ?? ''} onChoose={fill} />;
    case 'expert':
      return <ExpertField requestId={id} label={label} error={error} chosen={values[name] ?? ''} onChoose={fill} />;
    case 'slot':
      return <SlotField expertId={office?.expertId ?? null} preferredDates={preferredDates} label={label} error={error} chosen={slotOf(values)} onChoose={({ date, half }) => onFill({ date, half })} />;
  }
}

const slotOf = ({ date = '', half }: MoveValues): Slot | null => (half === 'am' || half === 'pm' ? { date, half } : null);

interface OutcomeProps {
  readonly making: Move;
  readonly request: RequestView;
  readonly possible: boolean;
  readonly title: string;
}

/** Why it did not come to it, and the way on. */
function Outcome({ making: { error, refresh }, request, possible, title }: OutcomeProps) {
  if (!possible) {
    return (
      <Notice tone='wrong' alert>
        {`申请现在是“${stateWords(request)}”，不能再进行“${title}”。您写的内容还在，需要时可以复制。`}
      </Notice>
    );
  }
  if (error === null) return null;
  return (
    <>
      <Notice tone='wrong' alert>
        {`${error.message}${error.code === 'conflict' ? '您写的内容还在。' : ''}`}
      </Notice>
      {error.code === 'conflict' ? (
        <View className={styles.send}>
          <Button look='plain' text='刷新' onPress={() => void refresh()} />
        </View>
      ) : null}
    </>
  );
}
