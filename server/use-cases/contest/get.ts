import type { UseCase } from '../../use-case';

export const getContest: UseCase<'contest.get'> = () => Promise.reject(new Error('Not built yet.'));
