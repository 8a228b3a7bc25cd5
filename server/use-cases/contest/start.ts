import type { UseCase } from '../../use-case';

export const startAttempt: UseCase<'contest.start'> = () => Promise.reject(new Error('Not built yet.'));
