import type { VisitPromise } from '../../contract/visit/visit';
import type { KeptFile } from '../attachment/upload-queue';
import { PERSONAL_PREFIX, read, remove, write } from '../storage';
import { isKeptFile, isRecord } from './filling';

export interface DraftPromise {
  readonly text: string;
  readonly by: VisitPromise['by'];
  /** `YYYY-MM-DD`; empty when none is chosen yet. */
  readonly dueOn: string;
}

/** A visit's record that is being written, as typed. */
export interface RecordDraft {
  readonly findings: string;
  readonly policies: string;
  readonly promises: readonly DraftPromise[];
  /** Uploaded since the record was last saved. */
  readonly photos: readonly KeptFile[];
}

const storageKey = (requestId: string): string => `${PERSONAL_PREFIX}record ${requestId}`;

const isPromise = (value: unknown): value is DraftPromise =>
  isRecord(value) && typeof value.text === 'string' && typeof value.dueOn === 'string' && (value.by === 'firm' || value.by === 'expert' || value.by === 'office');

const isDraft = (value: unknown): value is RecordDraft =>
  isRecord(value) &&
  typeof value.findings === 'string' &&
  typeof value.policies === 'string' &&
  Array.isArray(value.promises) &&
  value.promises.every(isPromise) &&
  Array.isArray(value.photos) &&
  value.photos.every(isKeptFile);

export const readRecordDraft = (requestId: string): RecordDraft | null => read(storageKey(requestId), isDraft);

export const keepRecordDraft = (requestId: string, draft: RecordDraft): boolean => write(storageKey(requestId), draft);

export const dropRecordDraft = (requestId: string): void => {
  remove(storageKey(requestId));
};
