import { newIdempotencyKey } from '../idempotency-key';
import { DRAFT_PREFIX } from '../request/draft';
import { read, remove, write } from '../storage';

export interface EssayDraft {
  /** Sent again after the app was closed on a broken network, it is still one essay. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly authorName: string;
  readonly firmName: string;
  readonly phone: string;
}

export type EssayField = Exclude<keyof EssayDraft, 'key'>;

export const emptyEssayDraft = (): EssayDraft => ({ key: newIdempotencyKey(), title: '', body: '', authorName: '', firmName: '', phone: '' });

// A new essay has one draft; one that was returned has its own.
const storageKey = (id: string | undefined): string => `${DRAFT_PREFIX}essay ${id ?? 'new'}`;

const fields = ['key', 'title', 'body', 'authorName', 'firmName', 'phone'] as const;
const isDraft = (value: unknown): value is EssayDraft =>
  typeof value === 'object' && value !== null && fields.every((field) => typeof Reflect.get(value, field) === 'string');

export const readEssayDraft = (id: string | undefined): EssayDraft | null => read(storageKey(id), isDraft);
export const keepEssayDraft = (id: string | undefined, draft: EssayDraft): boolean => write(storageKey(id), draft);
export const dropEssayDraft = (id: string | undefined): void => {
  remove(storageKey(id));
};
