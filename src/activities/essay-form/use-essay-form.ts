import { useRef, useState } from 'react';
import * as v from 'valibot';
import { fieldAnchor } from '../../components/form/field';
import { essayActions, type EssayCall, type EssayView } from '../../contract/essay';
import type { FieldErrors } from '../../contract/errors';
import { fieldErrorsOf } from '../../contract/field-errors';
import { essayLength } from '../../domain/essay/length';
import { useChange } from '../../hooks/use-change';
import type { CallError } from '../../platform/call';
import { dropEssayDraft, emptyEssayDraft, keepEssayDraft, readEssayDraft, type EssayDraft, type EssayField } from '../../platform/essay/draft';
import { newIdempotencyKey } from '../../platform/idempotency-key';
import { notify } from '../../platform/notify';
import { scrollToId } from '../../platform/scroll';

export interface EssayForm {
  readonly initial: EssayDraft;
  /** Of the text as it is typed. */
  readonly length: number;
  /** False where the device keeps nothing. */
  readonly kept: boolean;
  readonly mistakes: FieldErrors;
  readonly busy: boolean;
  readonly failure: CallError | null;
  readonly type: (field: EssayField, value: string) => void;
  /** Answers the essay's id once the server has it. */
  readonly submit: () => Promise<string | null>;
}

const draftOf = ({ title, paragraphs, authorName, firmName, phone }: EssayView): EssayDraft => ({
  ...{ key: newIdempotencyKey(), title, authorName },
  body: paragraphs.join('\n'),
  firmName: firmName ?? '',
  phone: phone ?? '',
});

/** Writing an essay: every keystroke is kept on the device until the server has the essay. */
export function useEssayForm(call: EssayCall, returned: EssayView | null): EssayForm {
  const id = returned?.id;
  const [initial] = useState(() => readEssayDraft(id) ?? (returned === null ? emptyEssayDraft() : draftOf(returned)));
  const draft = useRef(initial);
  const [length, setLength] = useState(() => essayLength(initial.body));
  const [kept, setKept] = useState(true);
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const submitting = useChange('essay.submit');
  const resubmitting = useChange('essay.resubmit');
  const { error } = returned === null ? submitting : resubmitting;

  const show = (found: FieldErrors): null => {
    setMistakes(found);
    const [first] = Object.keys(found);
    if (first !== undefined) scrollToId(fieldAnchor(first));
    return null;
  };

  const submit = async (): Promise<string | null> => {
    const { key, title, body, authorName, firmName, phone } = draft.current;
    const text = { title, body, authorName, firmName: firmName.trim() === '' ? null : firmName, phone };
    const checked = v.safeParse(essayActions['essay.submit'].input, text);
    if (!checked.success) return show(fieldErrorsOf(checked.issues));
    const counted = essayLength(body);
    if (counted < call.shortest || counted > call.longest) return show({ body: `正文要在 ${call.shortest} 到 ${call.longest} 字之间，现在是 ${counted} 字。` });
    setMistakes({});
    const result = returned === null ? await submitting.send(text, key) : await resubmitting.send({ id: returned.id, version: returned.version, ...text }, key);
    if (result.ok) {
      dropEssayDraft(id);
      notify('已提交，评审后会通知您');
      return result.data.id;
    }
    return result.error.fields === undefined ? null : show(result.error.fields);
  };

  return {
    initial,
    length,
    kept,
    mistakes,
    busy: submitting.busy || resubmitting.busy,
    failure: error === null || error.fields !== undefined ? null : error,
    type: (field, value) => {
      // Another text under the key of one that may have arrived would be refused as a reuse.
      draft.current = { ...draft.current, [field]: value, key: newIdempotencyKey() };
      setKept(keepEssayDraft(id, draft.current));
      if (field === 'body') setLength(essayLength(value));
    },
    submit,
  };
}
