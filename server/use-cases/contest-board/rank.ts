import type { UseCase } from '../../use-case';

export const ownRank: UseCase<'contest.rank'> = () => Promise.reject(new Error('Not built yet.'));
