import type { UseCase } from '../../use-case';

export const attemptResult: UseCase<'contest.result'> = () => Promise.reject(new Error('Not built yet.'));
