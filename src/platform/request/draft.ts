import { newIdempotencyKey } from '../idempotency-key';
import { PERSONAL_PREFIX, read, remove, write } from '../storage';
import { emptyFilling, isFilling, isRecord, isVisitDraft, type Filling, type VisitDraft } from './filling';

/** The key stays with the draft: sent again after the app was closed on a broken network, it is still one request. */
export interface Draft extends Filling {
  readonly key: string;
  /** For which campaign it was written; null in what an older version of the app kept. */
  readonly campaignId: string | null;
  readonly kindId: string;
  /** The step last looked at. */
  readonly stepId: string | null;
}

export const newDraft = (filling: Filling, { campaignId, kindId }: Pick<Draft, 'campaignId' | 'kindId'>): Draft => ({
  ...filling,
  key: newIdempotencyKey(),
  campaignId,
  kindId,
  stepId: null,
});

/** A draft belongs to a new request of one kind, or to one that was returned for completion: to its id. */
const storageKey = (slot: string): string => `${PERSONAL_PREFIX}${slot}`;

const isDraft = (value: unknown): value is Draft =>
  isFilling(value) &&
  isRecord(value) &&
  typeof value.key === 'string' &&
  (value.campaignId === null || typeof value.campaignId === 'string') &&
  typeof value.kindId === 'string' &&
  (value.stepId === null || typeof value.stepId === 'string');

/** Before there were kinds of request there was one form, of the expert's visit. */
function fromVisitDraft({ key, values }: VisitDraft): Draft {
  const { creditCodeConfirmed, ...texts } = values;
  return { ...emptyFilling, key, campaignId: null, kindId: 'expert-visit', stepId: null, creditCodeConfirmed, values: texts };
}

export function readDraft(slot: string): Draft | null {
  const found = read(storageKey(slot), (value): value is Draft | VisitDraft => isDraft(value) || isVisitDraft(value));
  return found === null || 'kindId' in found ? found : fromVisitDraft(found);
}

export const keepDraft = (slot: string, draft: Draft): boolean => write(storageKey(slot), draft);

export const dropDraft = (slot: string): void => {
  remove(storageKey(slot));
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** What was typed to the other side of a request and not sent. */
export const readWords = (requestId: string): string => read(storageKey(`words ${requestId}`), isText) ?? '';

export const keepWords = (requestId: string, words: string): void => {
  if (words === '') remove(storageKey(`words ${requestId}`));
  else write(storageKey(`words ${requestId}`), words);
};
