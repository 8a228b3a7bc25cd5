import { read, remove, write } from '../storage';

export interface KeptAnswer {
  /** Indices as shown. */
  readonly chosen: readonly number[];
  readonly revision: number;
  /** The server has said that it holds this revision. */
  readonly saved: boolean;
}

/** What this device knows of a running attempt, answers the server has not seen included. */
export interface KeptAttempt {
  /** By question id. */
  readonly answers: Readonly<Record<string, KeptAnswer>>;
  /** How often the page was out of sight. */
  readonly hiddenCount: number;
  /** The question last looked at, 0-based; null before the first. */
  readonly position: number | null;
}

const emptyAttempt: KeptAttempt = { answers: {}, hiddenCount: 0, position: null };

const storageKey = (attemptId: string): string => `attempt ${attemptId}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isAnswer = (value: unknown): value is KeptAnswer =>
  isRecord(value) &&
  Array.isArray(value.chosen) &&
  value.chosen.every((option) => typeof option === 'number') &&
  typeof value.revision === 'number' &&
  typeof value.saved === 'boolean';

// Kept by an older version of the app, perhaps: every field is looked at before it is believed.
const isAttempt = (value: unknown): value is KeptAttempt =>
  isRecord(value) &&
  isRecord(value.answers) &&
  Object.values(value.answers).every(isAnswer) &&
  typeof value.hiddenCount === 'number' &&
  (value.position === null || typeof value.position === 'number');

export const readAttempt = (attemptId: string): KeptAttempt => read(storageKey(attemptId), isAttempt) ?? emptyAttempt;

/** Says whether it was kept. */
export const keepAttempt = (attemptId: string, attempt: KeptAttempt): boolean => write(storageKey(attemptId), attempt);

export const dropAttempt = (attemptId: string): void => {
  remove(storageKey(attemptId));
};
