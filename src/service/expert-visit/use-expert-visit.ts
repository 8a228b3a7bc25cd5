import { pageScrollTo, useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { fieldAnchor } from '../../components/form/field';
import type { FieldErrors } from '../../contract/errors';
import type { RequestField, RequestForm, RequestView } from '../../contract/request';
import { useChange } from '../../hooks/use-change';
import type { CallError } from '../../platform/call';
import { replace } from '../../platform/navigation';
import { fieldMistake, fieldOrder, mistakes } from './check';
import { dropDraft, keepDraft, newDraft, readDraft, type Draft, type FormValues } from '../../platform/draft';

const SAVE_AFTER_MS = 400;
const SCROLL_MARGIN = -72;

interface ExpertVisit {
  /** What the form starts with: a kept draft, or the request to complete, or nothing. */
  readonly initial: FormValues;
  /** Choices are drawn from here; texts stay in their fields. */
  readonly values: FormValues;
  readonly restored: boolean;
  readonly errors: FieldErrors;
  readonly busy: boolean;
  readonly failure: CallError | null;
  readonly consent: boolean;
  readonly setConsent: (on: boolean) => void;
  /** A keystroke: kept for the draft, drawn nowhere. */
  readonly type: (field: RequestField, text: string) => void;
  /** A choice: kept and drawn. */
  readonly choose: (change: Partial<FormValues>) => void;
  readonly leave: (field: RequestField) => void;
  readonly send: () => Promise<void>;
  /** Drops the draft; the page then draws a new form. */
  readonly startOver: () => void;
}

interface Source {
  readonly form: RequestForm;
  /** The request to complete; null for a new one. */
  readonly returned: RequestView | null;
  readonly start: FormValues;
}

/** The form's thinking: draft, checks, sending once. */
export function useExpertVisit({ form, returned, start }: Source): ExpertVisit {
  const requestId = returned?.id;
  const [{ initial, restored }] = useState(() => {
    const kept = readDraft(requestId);
    const draft = kept ?? newDraft(start);
    const values = { ...draft.values, subjectId: draft.values.subjectId || start.subjectId };
    return { initial: { ...draft, values: onlyOffered(values, form) }, restored: kept !== null };
  });
  const draft = useRef<Draft>(initial);
  const [values, setValues] = useState(initial.values);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [consent, setConsent] = useState(returned !== null);
  const submit = useChange('request.submit');
  const complete = useChange('request.complete');

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const save = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    keepDraft(requestId, draft.current);
  }, [requestId]);
  useDidHide(save);
  useEffect(() => save, [save]);

  const change = (part: Partial<FormValues>) => {
    draft.current = { ...draft.current, values: { ...draft.current.values, ...part } };
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(save, SAVE_AFTER_MS);
  };

  const clearMistake = (fields: readonly string[]) => {
    setErrors((shown) =>
      fields.some((field) => field in shown)
        ? Object.fromEntries(Object.entries(shown).filter(([field]) => !fields.includes(field)))
        : shown,
    );
  };

  const showMistakes = (found: FieldErrors) => {
    setErrors(found);
    const first = fieldOrder.find((field) => field in found);
    if (first !== undefined) void pageScrollTo({ selector: `#${fieldAnchor(first)}`, offsetTop: SCROLL_MARGIN });
  };

  const forget = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    dropDraft(requestId);
  };

  const choose = (part: Partial<FormValues>) => {
    change(part);
    setValues((shown) => ({ ...shown, ...part }));
    // The doubt about a code is shown at the code.
    clearMistake('creditCodeConfirmed' in part ? ['creditCode'] : Object.keys(part));
  };

  return {
    initial: initial.values,
    values,
    restored,
    errors,
    busy: submit.busy || complete.busy,
    failure: submit.error ?? complete.error,
    consent,
    setConsent: (on) => {
      setConsent(on);
      clearMistake(['consent']);
    },
    type: (field, text) => {
      change({ [field]: text });
      // What was confirmed is the code as it stood.
      if (field === 'creditCode' && values.creditCodeConfirmed) choose({ creditCodeConfirmed: false });
    },
    choose,
    leave: (field) => {
      const mistake = fieldMistake(field, draft.current.values);
      if (mistake === null) clearMistake([field]);
      else if (draft.current.values[field].length > 0) setErrors((shown) => ({ ...shown, [field]: mistake }));
      // The doubt about a credit code is drawn beside it.
      if (field === 'creditCode') setValues((shown) => ({ ...shown, creditCode: draft.current.values.creditCode }));
    },
    send: async () => {
      const found = mistakes(draft.current.values);
      const unmet = consent ? found : { ...found, consent: '请先阅读并同意信息使用说明。' };
      if (Object.keys(unmet).length > 0) {
        setValues(draft.current.values);
        showMistakes(unmet);
        return;
      }
      keepDraft(requestId, draft.current);
      const { key, values: filled } = draft.current;
      const fields = { ...filled, preferredDates: [...filled.preferredDates] };
      const result =
        returned === null
          ? await submit.send({ campaignId: form.campaignId, ...fields, consent: true }, key)
          : // A request may be returned twice, and a draft may outlive the first time.
            await complete.send({ id: returned.id, version: returned.version, ...fields }, `${key}-${returned.version}`);
      if (result.ok) {
        forget();
        replace('/service/request/index', returned === null ? { id: result.data.id, filed: 'now' } : { id: result.data.id });
      } else if (result.error.fields !== undefined) {
        showMistakes(result.error.fields);
      }
    },
    startOver: forget,
  };
}

/** What was chosen some days ago may no longer be on offer. */
function onlyOffered(values: FormValues, form: RequestForm): FormValues {
  return {
    ...values,
    areaId: form.areas.some(({ id }) => id === values.areaId) ? values.areaId : '',
    subjectId: form.subjects.some(({ id }) => id === values.subjectId) ? values.subjectId : '',
    preferredDates: values.preferredDates.filter((date) => form.dates.includes(date)),
  };
}
