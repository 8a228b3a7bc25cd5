import type { UseCase } from '../../use-case';

export const enterContest: UseCase<'contest.enter'> = () => Promise.reject(new Error('Not built yet.'));
