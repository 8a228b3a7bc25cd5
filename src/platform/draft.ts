import { newIdempotencyKey } from './idempotency-key';
import { kept, read, remove, write } from './storage';

/** What the form holds; texts as typed. */
export interface FormValues {
  readonly firmName: string;
  readonly creditCode: string;
  readonly creditCodeConfirmed: boolean;
  readonly contactName: string;
  readonly phone: string;
  readonly areaId: string;
  readonly subjectId: string;
  readonly need: string;
  readonly preferredDates: readonly string[];
}

export const emptyValues: FormValues = {
  firmName: '',
  creditCode: '',
  creditCodeConfirmed: false,
  contactName: '',
  phone: '',
  areaId: '',
  subjectId: '',
  need: '',
  preferredDates: [],
};

/** The key stays with the draft: sent again after the app was closed on a broken network, it is still one request. */
export interface Draft {
  readonly key: string;
  readonly values: FormValues;
}

export const newDraft = (values: FormValues): Draft => ({ key: newIdempotencyKey(), values });

const PREFIX = 'draft ';

/** A draft belongs to a new request, or to one that was returned for completion. */
const storageKey = (requestId: string | undefined): string => `${PREFIX}${requestId ?? 'expert-visit'}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

// Kept by an older version of the app, perhaps: every field is looked at before it is believed.
const isDraft = (value: unknown): value is Draft =>
  isRecord(value) &&
  typeof value.key === 'string' &&
  isRecord(value.values) &&
  Object.entries(emptyValues).every(([field, empty]) => {
    const kept: unknown = isRecord(value.values) ? value.values[field] : undefined;
    return Array.isArray(empty)
      ? Array.isArray(kept) && kept.every((date) => typeof date === 'string')
      : typeof kept === typeof empty;
  });

export const readDraft = (requestId: string | undefined): Draft | null => read(storageKey(requestId), isDraft);

export const keepDraft = (requestId: string | undefined, draft: Draft): boolean => write(storageKey(requestId), draft);

export const dropDraft = (requestId: string | undefined): void => {
  remove(storageKey(requestId));
};

/** Drops all of them: each may hold a name and a phone number. */
export const dropDrafts = (): void => {
  for (const key of kept()) if (key.startsWith(PREFIX)) remove(key);
};
