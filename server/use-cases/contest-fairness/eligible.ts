import type { UseCase } from '../../use-case';

export const eligibleCodes: UseCase<'contest.eligible'> = () => Promise.reject(new Error('Not built yet.'));
