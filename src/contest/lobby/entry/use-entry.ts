import { pageScrollTo } from '@tarojs/taro';
import { useRef, useState } from 'react';
import * as v from 'valibot';
import { fieldAnchor } from '../../../components/form/field';
import type { Input } from '../../../contract/actions';
import { contestActions, type Entry } from '../../../contract/contest/contest';
import { creditCodeMistake } from '../../../contract/credit-code-doubt';
import type { FieldErrors } from '../../../contract/errors';
import { fieldErrorsOf } from '../../../contract/field-errors';
import type { NameChoice } from '../../../domain/contest/shown-name';
import { useChange } from '../../../hooks/use-change';
import type { CallError } from '../../../platform/call';
import { notify } from '../../../platform/notify';

/** What the form holds; texts as typed. */
interface EntryValues {
  readonly nameChoice: NameChoice;
  readonly name: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly officeId: string | null;
}

interface EntryFields {
  /** Choices are drawn from here; texts stay in their fields. */
  readonly values: EntryValues;
  /** A choice, or a text that was left: kept and drawn. */
  readonly choose: (change: Partial<EntryValues>) => void;
  /** A keystroke: kept, drawn nowhere. */
  readonly type: (change: Partial<EntryValues>) => void;
  readonly errors: FieldErrors;
  readonly busy: boolean;
  /** What went wrong beside the fields. */
  readonly failure: CallError | null;
  readonly save: () => Promise<void>;
}

/** In the order in which the form asks. */
const fields = ['nameChoice', 'name', 'enterprise.name', 'enterprise.creditCode', 'officeId'] as const;

/** A dot in an id would read as a class where the page scrolls to it. */
export const fieldId = (field: (typeof fields)[number]): string => field.replace('.', '-');

const SCROLL_MARGIN = -72;

const isBlank = (text: string): boolean => text.trim() === '';

const inputOf = ({ nameChoice, name, enterpriseName, creditCode, officeId }: EntryValues): Input<'contest.enter'> => ({
  nameChoice,
  name: nameChoice === 'anonymous' || isBlank(name) ? null : name,
  enterprise: isBlank(enterpriseName) && isBlank(creditCode) ? null : { name: enterpriseName, creditCode },
  officeId,
});

/** By the schema that the server uses, and what it asks besides. */
function mistakesIn(input: Input<'contest.enter'>): FieldErrors {
  const found: Record<string, string> = {};
  if (input.nameChoice !== 'anonymous' && input.name === null) found.name = '请填写姓名，或选择匿名。';
  if (input.enterprise !== null && isBlank(input.enterprise.name)) found['enterprise.name'] = '请填写企业名称；不代表企业的，请把信用代码清空。';
  if (input.enterprise !== null && isBlank(input.enterprise.creditCode)) found['enterprise.creditCode'] = '请填写统一社会信用代码；不代表企业的，请把企业名称清空。';
  const doubt = input.enterprise && creditCodeMistake(input.enterprise.creditCode);
  if (doubt) found['enterprise.creditCode'] ??= doubt;
  const result = v.safeParse(contestActions['contest.enter'].input, input);
  return { ...fieldErrorsOf(result.issues ?? []), ...found };
}

/** The form's thinking: checks at the fields, one sending. */
export function useEntry(entry: Entry, onEntered: (entry: Entry) => void): EntryFields {
  const [values, setValues] = useState<EntryValues>({
    nameChoice: entry.nameChoice,
    name: entry.name ?? '',
    enterpriseName: entry.enterprise?.name ?? '',
    creditCode: entry.enterprise?.creditCode ?? '',
    officeId: entry.officeId,
  });
  const typed = useRef(values);
  const [errors, setErrors] = useState<FieldErrors>({});
  const { busy, error, send } = useChange('contest.enter');

  const type = (change: Partial<EntryValues>) => {
    typed.current = { ...typed.current, ...change };
  };

  const showMistakes = (found: FieldErrors) => {
    setErrors(found);
    const first = fields.find((field) => field in found);
    if (first !== undefined) void pageScrollTo({ selector: `#${fieldAnchor(fieldId(first))}`, offsetTop: SCROLL_MARGIN });
  };

  return {
    values,
    choose: (change) => {
      type(change);
      setValues(typed.current);
    },
    type,
    errors,
    busy,
    failure: error?.fields === undefined ? error : null,
    save: async () => {
      const input = inputOf(typed.current);
      const found = mistakesIn(input);
      if (Object.keys(found).length > 0) {
        showMistakes(found);
        return;
      }
      setErrors({});
      const result = await send(input);
      if (result.ok) {
        notify('参加方式已保存');
        onEntered(result.data.entry);
      } else if (result.error.fields !== undefined) showMistakes(result.error.fields);
    },
  };
}
