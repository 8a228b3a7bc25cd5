import * as v from 'valibot';
import { manuscriptContent, type ManuscriptContent } from '../../../contract/newsroom/content';
import { manuscriptStates } from '../../../domain/manuscript/state';
import { PERSONAL_PREFIX, read, remove, write } from '../../../platform/storage';

/** As far as is needed to show it: a text that is too long at the moment is a content as well. */
const isContent = (value: unknown): value is ManuscriptContent =>
  typeof value === 'object' && value !== null && Object.keys(manuscriptContent.entries).every((field) => field in value) && ['title', 'summary', 'markdown'].every((field) => typeof value[field as keyof typeof value] === 'string');

const content = v.custom<ManuscriptContent>(isContent);

const schema = v.object({
  content,
  /** What the server was known to have, and on which it was written. */
  known: v.object({ revision: v.number(), state: v.picklist(manuscriptStates), content }),
  /** Sent on that revision without an answer: it may have arrived, and is sent again before anything newer. */
  unanswered: v.nullable(content),
  /** It is to become a version of its own, whoever saved the last one. */
  asNewVersion: v.boolean(),
});

/** What was written on this device and is not known to have reached the server. */
export type Kept = Readonly<v.InferOutput<typeof schema>>;

// It leaves the device with everything else that was being written, when the person signs out.
const storageKey = (id: string): string => `${PERSONAL_PREFIX}manuscript ${id}`;

export const readKept = (id: string): Kept | null => read(storageKey(id), (value): value is Kept => v.is(schema, value));

/** False when the device keeps nothing more. */
export const keep = (id: string, kept: Kept): boolean => write(storageKey(id), kept);

export const dropKept = (id: string): void => {
  remove(storageKey(id));
};
