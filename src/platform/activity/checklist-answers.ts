import type { ChecklistAnswer } from '../../contract/activity/checklist';
import { PERSONAL_PREFIX, read, remove, write } from '../storage';

/** By the item's id. */
export type ChecklistAnswers = Readonly<Record<string, ChecklistAnswer>>;

/** What a firm found out about itself is its own: it never leaves the device. */
const storageKey = (checklistId: string): string => `${PERSONAL_PREFIX}checklist ${checklistId}`;

const ANSWERS: readonly unknown[] = ['yes', 'no', 'not-applicable'] satisfies readonly ChecklistAnswer[];

const isAnswers = (value: unknown): value is ChecklistAnswers =>
  typeof value === 'object' && value !== null && Object.values(value).every((answer) => ANSWERS.includes(answer));

export const readAnswers = (checklistId: string): ChecklistAnswers => read(storageKey(checklistId), isAnswers) ?? {};

/** False where this device could not keep them. */
export const keepAnswers = (checklistId: string, answers: ChecklistAnswers): boolean => write(storageKey(checklistId), answers);

export const dropAnswers = (checklistId: string): void => {
  remove(storageKey(checklistId));
};
