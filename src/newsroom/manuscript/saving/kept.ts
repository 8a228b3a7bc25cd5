import * as v from 'valibot';
import { manuscriptContent, type ManuscriptContent } from '../../../contract/newsroom/content';
import { DRAFT_PREFIX } from '../../../platform/request/draft';
import { read, remove, write } from '../../../platform/storage';

/** What was written on this device and is not known to have reached the server. */
export interface Kept {
  /** On which it was written. */
  readonly revision: number;
  readonly content: ManuscriptContent;
  /** Sent on that revision without an answer: it may have arrived, and is sent again before anything newer. */
  readonly unanswered: ManuscriptContent | null;
}

// It leaves the device with everything else that was being written, when the person signs out.
const storageKey = (id: string): string => `${DRAFT_PREFIX}manuscript ${id}`;

/** As far as is needed to show it: a text that is too long at the moment is a content as well. */
const isContent = (value: unknown): value is ManuscriptContent =>
  typeof value === 'object' && value !== null && Object.keys(manuscriptContent.entries).every((field) => field in value) && ['title', 'summary', 'markdown'].every((field) => typeof value[field as keyof typeof value] === 'string');

const content = v.custom<ManuscriptContent>(isContent);
const schema = v.object({ revision: v.number(), content, unanswered: v.nullable(content) });

export const readKept = (id: string): Kept | null => read(storageKey(id), (value): value is Kept => v.is(schema, value));

/** False when the device keeps nothing more. */
export const keep = (id: string, kept: Kept): boolean => write(storageKey(id), kept);

export const dropKept = (id: string): void => {
  remove(storageKey(id));
};
