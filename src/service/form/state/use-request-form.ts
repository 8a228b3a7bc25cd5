import { nextTick, pageScrollTo } from '@tarojs/taro';
import { useState } from 'react';
import { fieldAnchor } from '../../../components/form/field';
import type { FieldErrors } from '../../../contract/errors';
import type { RequestForm } from '../../../contract/request/form';
import type { RequestView } from '../../../contract/request/request';
import { fieldMistake, formMistakes } from '../../../contract/request/values';
import { isEmpty, type FieldValue, type FieldValues, type RequestField } from '../../../domain/request/field';
import { useAttachments, type Attachments } from '../../../hooks/use-attachments';
import type { CallError } from '../../../platform/call';
import type { Draft } from '../../../platform/request/draft';
import type { Filing } from '../../../platform/request/filing';
import { offeredBy, type Start } from './restore';
import { askedOf, fieldOfPath, FILES, stepsOf, type Step } from './steps';
import { useFiling, type Sending } from './use-filing';
import { useKeptDraft } from './use-kept-draft';

const SCROLL_MARGIN = -72;

export interface RequestFormState {
  readonly form: RequestForm;
  /** The request to complete; null for a new one. */
  readonly returned: RequestView | null;
  readonly steps: readonly Step[];
  readonly step: Step;
  /** Choices are drawn from here; texts stay in their fields. */
  readonly shown: Draft;
  /** The step's fields, without those that an unnamed person is not asked. */
  readonly asked: readonly RequestField[];
  readonly errors: FieldErrors;
  readonly consent: boolean;
  readonly setConsent: (on: boolean) => void;
  /** A keystroke: kept for the draft, drawn nowhere. */
  readonly type: (field: RequestField, text: string) => void;
  readonly choose: (field: RequestField, value: FieldValue) => void;
  readonly leave: (field: RequestField) => void;
  readonly setCreditCodeConfirmed: (on: boolean) => void;
  readonly setAnonymous: (on: boolean) => void;
  readonly attaching: Attachments;
  /** How many files may be added; a returned request has some already. */
  readonly mostFiles: number;
  /** Whether this step was opened from the last one, to change an answer. */
  readonly mending: boolean;
  readonly goBack: () => void;
  /** On, if nothing in this step is wrong. */
  readonly goOn: () => void;
  readonly mend: (step: Step) => void;
  readonly send: () => void;
  readonly sending: Sending;
  /** What was refused for another reason than a field. */
  readonly failure: CallError | null;
  readonly forget: () => void;
}

interface Source {
  readonly form: RequestForm;
  readonly returned: RequestView | null;
  readonly start: Start;
}

/** The form's thinking: its steps, its draft, what is wrong, sending once. */
export function useRequestForm({ form, returned, start }: Source): RequestFormState {
  const slot = returned?.id ?? form.kindId;
  const draft = useKeptDraft(slot, start.draft);
  const { shown } = draft;
  const steps = stepsOf(form);
  const last = steps.length - 1;
  const [position, setPosition] = useState(() => Math.max(0, steps.findIndex(({ id }) => id === start.draft.stepId)));
  const [mending, setMending] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [consent, setConsent] = useState(returned !== null);
  const [failure, setFailure] = useState<CallError | null>(null);
  const step = steps[position] as Step;
  const mostFiles = Math.max(0, (form.attachments?.most ?? 0) - (returned?.attachments.length ?? 0));
  const attaching = useAttachments({
    initial: start.draft.attachments,
    most: mostFiles,
    onKeep: (attachments) => {
      draft.choose({ attachments });
      clearMistakes([FILES]);
    },
  });

  const clearMistakes = (ids: readonly string[]) => {
    setErrors((found) => (ids.some((id) => id in found) ? Object.fromEntries(Object.entries(found).filter(([id]) => !ids.includes(id))) : found));
  };

  const goTo = (next: number, { mends = false, found = {} }: { mends?: boolean; found?: FieldErrors } = {}) => {
    if (next === position) draft.draw();
    else draft.choose({ stepId: steps[next]?.id ?? null });
    setPosition(next);
    setMending(mends);
    setErrors(found);
    const first = [...(steps[next]?.fields.map(({ id }) => id) ?? []), FILES].find((id) => id in found);
    // The step has to be there before one can scroll to a part of it.
    nextTick(() => void pageScrollTo(first === undefined ? { scrollTop: 0 } : { selector: `#${fieldAnchor(first)}`, offsetTop: SCROLL_MARGIN }));
  };

  /** Every mistake is shown in its own step; the first of them opens. */
  const showMistakes = (found: FieldErrors) => {
    const wrong = steps.findIndex(({ kind, fields }) => fields.some(({ id }) => id in found) || (kind === 'attachments' && FILES in found));
    goTo(wrong < 0 ? last : wrong, { mends: wrong >= 0, found });
  };

  const sending = useFiling(slot, {
    returned: returned !== null,
    onRefused: (error) => {
      const found = Object.entries(error.fields ?? {}).map(([path, words]) => [fieldOfPath(path), words] as const);
      const shownHere = found.filter(([id]) => id === FILES || form.fields.some((field) => field.id === id));
      if (shownHere.length > 0) showMistakes(Object.fromEntries(shownHere));
      else setFailure({ ...error, message: found[0]?.[1] ?? error.message });
    },
  });

  const mistakesIn = (fields: readonly RequestField[]): FieldErrors => {
    const { values, creditCodeConfirmed, anonymous } = draft.latest();
    return formMistakes(fields, { values: valuesOf(fields, values), creditCodeConfirmed, anonymous }, offeredBy(form));
  };

  /** A file that is still on this device alone would be missing. */
  const fileMistakes = (): FieldErrors => {
    if (attaching.busy) return { [FILES]: '附件还在上传，请稍候。' };
    return attaching.unsent ? { [FILES]: '有附件没有传上去，请重试或删除。' } : {};
  };

  const choose = (change: Partial<Draft>, ids: readonly string[]) => {
    draft.choose(change);
    setFailure(null);
    clearMistakes(ids);
  };

  const goOn = () => {
    const found = step.kind === 'attachments' ? fileMistakes() : mistakesIn(askedOf(step.fields, shown.anonymous));
    if (Object.keys(found).length > 0) goTo(position, { mends: mending, found });
    else goTo(mending ? last : Math.min(position + 1, last));
  };

  const send = () => {
    const fields = askedOf(form.fields, shown.anonymous);
    const found = { ...mistakesIn(fields), ...fileMistakes() };
    if (Object.keys(found).length > 0) showMistakes(found);
    else if (!consent) setErrors({ consent: '请先阅读并同意信息使用说明。' });
    else {
      setFailure(null);
      draft.saveNow();
      sending.file(filingOf(draft.latest(), form, returned, fields));
    }
  };

  return {
    form,
    returned,
    steps,
    step,
    shown,
    asked: askedOf(step.fields, shown.anonymous),
    errors,
    consent,
    setConsent: (on) => {
      setConsent(on);
      clearMistakes(['consent']);
    },
    type: (field, text) => {
      const { values, creditCodeConfirmed } = draft.latest();
      const change = { values: { ...values, [field.id]: text } };
      // What was confirmed is the code as it stood.
      if (field.type === 'credit-code' && creditCodeConfirmed) draft.choose({ ...change, creditCodeConfirmed: false });
      else draft.type(change);
    },
    choose: (field, value) => choose({ values: { ...draft.latest().values, [field.id]: value } }, [field.id]),
    leave: (field) => {
      const value = draft.latest().values[field.id];
      const mistake = fieldMistake(field, value, offeredBy(form));
      if (mistake === null) clearMistakes([field.id]);
      else if (!isEmpty(value)) setErrors((found) => ({ ...found, [field.id]: mistake }));
      // The doubt about a credit code is drawn beside it.
      if (field.type === 'credit-code') draft.draw();
    },
    setCreditCodeConfirmed: (creditCodeConfirmed) => choose({ creditCodeConfirmed }, ['creditCode']),
    setAnonymous: (anonymous) => choose({ anonymous }, form.fields.filter(({ personal }) => personal).map(({ id }) => id)),
    attaching,
    mostFiles,
    mending,
    goBack: () => goTo(mending ? last : Math.max(position - 1, 0)),
    goOn,
    mend: (wanted) => goTo(steps.indexOf(wanted), { mends: true }),
    send,
    sending,
    failure,
    forget: draft.forget,
  };
}

/** What was filled in of these fields. */
const valuesOf = (fields: readonly RequestField[], values: FieldValues): FieldValues =>
  Object.fromEntries(fields.flatMap(({ id }) => (isEmpty(values[id]) ? [] : [[id, values[id] as FieldValue]])));

function filingOf(draft: Draft, form: RequestForm, returned: RequestView | null, fields: readonly RequestField[]): Filing {
  const { key, creditCodeConfirmed, anonymous } = draft;
  const filledIn = {
    values: valuesOf(fields, draft.values),
    creditCodeConfirmed,
    attachmentIds: draft.attachments.map(({ attachment }) => attachment.id),
  };
  if (returned === null) {
    const { campaignId, kindId, title } = form;
    return { action: 'request.submit', key, title, input: { campaignId, kindId, ...filledIn, anonymous, consent: true } };
  }
  // A request may be returned twice, and a draft may outlive the first time.
  return { action: 'request.complete', key: `${key}-${returned.version}`, title: form.title, input: { id: returned.id, version: returned.version, ...filledIn } };
}
