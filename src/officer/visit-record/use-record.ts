import { useRef, useState } from 'react';
import * as v from 'valibot';
import { MOST_ATTACHMENTS } from '../../contract/attachment';
import type { FieldErrors } from '../../contract/errors';
import type { RequestView } from '../../contract/request/request';
import { visitActions, type VisitRecord } from '../../contract/visit/visit';
import { useAttachments, type Attachments } from '../../hooks/use-attachments';
import { useChange } from '../../hooks/use-change';
import type { CallError } from '../../platform/call';
import { dropRecordDraft, keepRecordDraft, readRecordDraft, type DraftPromise, type RecordDraft } from '../../platform/request/record-draft';

/** With a key for its fields, which keep their own text. */
export interface PromiseRow extends DraftPromise {
  readonly key: number;
}

export interface Recording {
  readonly initial: RecordDraft;
  /** It goes on with what this device kept. */
  readonly restored: boolean;
  readonly promises: readonly PromiseRow[];
  readonly attaching: Attachments;
  readonly mostPhotos: number;
  readonly mistakes: FieldErrors;
  /** What was refused for another reason than a field. */
  readonly failure: CallError | null;
  readonly busy: boolean;
  readonly type: (field: 'findings' | 'policies', text: string) => void;
  readonly addPromise: () => void;
  readonly changePromise: (key: number, change: Partial<DraftPromise>) => void;
  readonly removePromise: (key: number) => void;
  /** True once it is saved. */
  readonly save: () => Promise<boolean>;
}

const written = (record: VisitRecord | null): RecordDraft => ({
  findings: record?.findings ?? '',
  policies: record?.policies ?? '',
  promises: record?.promises.map(({ text, by, dueOn }) => ({ text, by, dueOn })) ?? [],
  photos: [],
});

const withoutKey = ({ text, by, dueOn }: PromiseRow): DraftPromise => ({ text, by, dueOn });

/** A record being written; every keystroke is kept on the device until the record is saved. */
export function useRecord({ id, version }: RequestView, record: VisitRecord | null): Recording {
  const [{ initial, restored }] = useState(() => {
    const kept = readRecordDraft(id);
    return { initial: kept ?? written(record), restored: kept !== null };
  });
  const draft = useRef(initial);
  const [promises, setPromises] = useState<readonly PromiseRow[]>(() => initial.promises.map((promise, key) => ({ ...promise, key })));
  const nextKey = useRef(initial.promises.length);
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const mostPhotos = MOST_ATTACHMENTS - (record?.photos.length ?? 0);
  const { busy, error, send } = useChange('visit.record');

  const keep = (change: Partial<RecordDraft>) => {
    draft.current = { ...draft.current, ...change };
    keepRecordDraft(id, draft.current);
  };
  const keepPromises = (rows: readonly PromiseRow[]) => {
    setPromises(rows);
    keep({ promises: rows.map(withoutKey) });
  };
  const attaching = useAttachments({ initial: initial.photos, most: mostPhotos, onKeep: (photos) => { keep({ photos }); } });

  return {
    initial,
    restored,
    promises,
    attaching,
    mostPhotos,
    mistakes,
    failure: error?.fields === undefined ? error : null,
    busy,
    type: (field, text) => {
      keep({ [field]: text });
    },
    addPromise: () => {
      keepPromises([...promises, { key: nextKey.current, text: '', by: 'firm', dueOn: '' }]);
      nextKey.current += 1;
    },
    changePromise: (key, change) => {
      keepPromises(promises.map((row) => (row.key === key ? { ...row, ...change } : row)));
    },
    removePromise: (key) => {
      // What is wrong is told by position.
      setMistakes({});
      keepPromises(promises.filter((row) => row.key !== key));
    },
    save: async () => {
      const { findings, policies } = draft.current;
      const input = { requestId: id, version, findings, policies, promises: promises.map(withoutKey), photoIds: [...attaching.ids] };
      const { issues = [] } = v.safeParse(visitActions['visit.record'].input, input);
      // The first of a field stands.
      const wrong: FieldErrors = {
        ...Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse()),
        ...(attaching.unsent && { photoIds: '照片还没有全部传上去，请稍候，或重试、删除没有传上去的。' }),
      };
      setMistakes(wrong);
      if (Object.keys(wrong).length > 0) return false;
      const result = await send(input);
      if (result.ok) dropRecordDraft(id);
      else setMistakes(result.error.fields ?? {});
      return result.ok;
    },
  };
}
