import type { UseCase } from '../../use-case';

export const fairness: UseCase<'contest.fairness'> = () => Promise.reject(new Error('Not built yet.'));
