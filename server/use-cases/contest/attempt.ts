import type { UseCase } from '../../use-case';

export const getAttempt: UseCase<'contest.attempt'> = () => Promise.reject(new Error('Not built yet.'));
