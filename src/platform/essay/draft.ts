import { newIdempotencyKey } from '../idempotency-key';
import { isRecord } from '../request/filling';
import { PERSONAL_PREFIX, read, remove, write } from '../storage';

export interface EssayDraft {
  /** Sent again after the app was closed on a broken network, it is still one essay. */
  readonly key: string;
  /** Of the returned essay that it mends; null for a new one. */
  readonly version: number | null;
  /** What was sent and got no answer: it may have arrived. */
  readonly unanswered: UnansweredEssay | null;
  readonly title: string;
  readonly body: string;
  readonly authorName: string;
  readonly firmName: string;
  readonly phone: string;
}

export interface UnansweredEssay {
  readonly key: string;
  readonly title: string;
  /** In milliseconds, by this device's clock. */
  readonly at: number;
}

const words = ['title', 'body', 'authorName', 'firmName', 'phone'] as const;

export type EssayField = (typeof words)[number];

export const emptyEssayDraft = (): EssayDraft => ({ key: newIdempotencyKey(), version: null, unanswered: null, title: '', body: '', authorName: '', firmName: '', phone: '' });

// A new essay has one draft; one that was returned has its own.
const storageKey = (id: string | undefined): string => `${PERSONAL_PREFIX}essay ${id ?? 'new'}`;

const isUnanswered = (value: unknown): value is UnansweredEssay =>
  isRecord(value) && typeof value.key === 'string' && typeof value.title === 'string' && typeof value.at === 'number';

const isDraft = (value: unknown): value is EssayDraft =>
  isRecord(value) &&
  [value.key, ...words.map((field) => value[field])].every((text) => typeof text === 'string') &&
  (value.version === null || typeof value.version === 'number') &&
  (value.unanswered === null || isUnanswered(value.unanswered));

/** Null too where nothing was written yet. */
export function readEssayDraft(id: string | undefined): EssayDraft | null {
  const draft = read(storageKey(id), isDraft);
  return draft === null || `${draft.title}${draft.body}`.trim() === '' ? null : draft;
}

export const keepEssayDraft = (id: string | undefined, draft: EssayDraft): boolean => write(storageKey(id), draft);
export const dropEssayDraft = (id: string | undefined): void => {
  remove(storageKey(id));
};
