import { useRef, useState } from 'react';
import * as v from 'valibot';
import { fieldAnchor } from '../../components/form/field';
import { essayActions, type EssayCall, type EssayView } from '../../contract/essay';
import type { FieldErrors } from '../../contract/errors';
import { fieldErrorsOf } from '../../contract/field-errors';
import { essayLength } from '../../domain/essay/length';
import { useChange } from '../../hooks/use-change';
import type { CallError } from '../../platform/call';
import { findArrived } from '../../platform/essay/arrived';
import { dropEssayDraft, emptyEssayDraft, keepEssayDraft, readEssayDraft, type EssayDraft, type EssayField, type UnansweredEssay } from '../../platform/essay/draft';
import { newIdempotencyKey } from '../../platform/idempotency-key';
import { confirm, notify } from '../../platform/notify';
import { scrollToId } from '../../platform/scroll';

export interface EssayForm {
  readonly initial: EssayDraft;
  /** Of the text as it is typed. */
  readonly length: number;
  /** The device has a draft of what this essay was before; takes it in place of what the form begins with. */
  readonly takeOlder: (() => void) | null;
  /** False where the device keeps nothing. */
  readonly kept: boolean;
  readonly mistakes: FieldErrors;
  readonly busy: boolean;
  readonly failure: CallError | null;
  readonly type: (field: EssayField, value: string) => void;
  /** Answers the essay's id once the server has it. */
  readonly submit: () => Promise<string | null>;
}

const draftOf = ({ version, title, body, authorName, firmName, phone }: EssayView): EssayDraft => ({
  ...emptyEssayDraft(),
  ...{ version, title, body, authorName },
  firmName: firmName ?? '',
  phone: phone ?? '',
});

interface Beginning {
  readonly initial: EssayDraft;
  /** A draft of another version than the one returned. */
  readonly older: EssayDraft | null;
}

function begin(returned: EssayView | null): Beginning {
  const draft = readEssayDraft(returned?.id);
  if (returned === null) return { initial: draft ?? emptyEssayDraft(), older: null };
  return draft?.version === returned.version ? { initial: draft, older: null } : { initial: draftOf(returned), older: draft };
}

const arrivedQuestion = {
  title: '上一次已经投稿成功',
  text: '网络中断前提交的内容已经送到，这次没有重复提交。修改后的稿子还保存在这台设备上，想换成它，可以先撤回已投的作品，再来投稿。',
  yes: '看作品',
  no: '留在这里',
} as const;

/** Writing an essay: every keystroke is kept on the device until the server has the essay. */
export function useEssayForm(call: EssayCall, returned: EssayView | null): EssayForm {
  const id = returned?.id;
  const [{ initial, older }, setBeginning] = useState(() => begin(returned));
  const draft = useRef(initial);
  const [length, setLength] = useState(() => essayLength(initial.body));
  const [kept, setKept] = useState(true);
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const submitting = useChange('essay.submit');
  const resubmitting = useChange('essay.resubmit');
  const [looking, setLooking] = useState(false);
  const [lookError, setLookError] = useState<CallError | null>(null);
  const error = lookError ?? (returned === null ? submitting : resubmitting).error;

  const keep = (changed: EssayDraft) => {
    draft.current = changed;
    setKept(keepEssayDraft(id, changed));
  };

  const show = (found: FieldErrors): null => {
    setMistakes(found);
    const [first] = Object.keys(found);
    if (first !== undefined) scrollToId(fieldAnchor(first));
    return null;
  };

  /** Where it is not known whether an earlier text arrived, sending another one might make two essays. */
  const arrivedBefore = async (unanswered: UnansweredEssay): Promise<{ readonly id: string | null } | null> => {
    setLooking(true);
    const found = await findArrived(unanswered);
    setLooking(false);
    setLookError(found.ok ? null : found.error);
    if (!found.ok) return null;
    submitting.clearError();
    keep({ ...draft.current, unanswered: null });
    return { id: found.data };
  };

  const submit = async (): Promise<string | null> => {
    const { key, unanswered, title, body, authorName, firmName, phone } = draft.current;
    const text = { title, body, authorName, firmName: firmName.trim() === '' ? null : firmName, phone };
    const checked = v.safeParse(essayActions['essay.submit'].input, text);
    if (!checked.success) return show(fieldErrorsOf(checked.issues));
    const counted = essayLength(body);
    if (counted < call.shortest || counted > call.longest) return show({ body: `正文要在 ${call.shortest} 到 ${call.longest} 字之间，现在是 ${counted} 字。` });
    setMistakes({});
    if (unanswered !== null && unanswered.key !== key) {
      const before = await arrivedBefore(unanswered);
      if (before === null) return null;
      if (before.id !== null) return (await confirm(arrivedQuestion)) ? before.id : null;
    }
    const at = unanswered?.key === key ? unanswered.at : Date.now();
    const result = returned === null ? await submitting.send(text, key) : await resubmitting.send({ id: returned.id, version: returned.version, ...text }, key);
    if (result.ok) {
      dropEssayDraft(id);
      notify('已提交，评审后会通知您');
      return result.data.id;
    }
    // Of one that was returned its version says whether it arrived.
    if (result.error.code === 'offline' && returned === null) keep({ ...draft.current, unanswered: { key, title: checked.output.title, at } });
    return result.error.fields === undefined ? null : show(result.error.fields);
  };

  const take = (chosen: EssayDraft) => {
    const taken = { ...chosen, key: newIdempotencyKey(), version: initial.version };
    setBeginning({ initial: taken, older: null });
    setLength(essayLength(taken.body));
    keep(taken);
  };

  return {
    initial,
    length,
    takeOlder: older && (() => take(older)),
    kept,
    mistakes,
    busy: looking || submitting.busy || resubmitting.busy,
    failure: error === null || error.fields !== undefined ? null : error,
    type: (field, value) => {
      // Another text under the key of one that may have arrived would be refused as a reuse.
      keep({ ...draft.current, [field]: value, key: newIdempotencyKey() });
      if (field === 'body') setLength(essayLength(value));
    },
    submit,
  };
}
