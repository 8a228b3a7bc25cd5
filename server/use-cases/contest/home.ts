import type { UseCase } from '../../use-case';

export const contestHome: UseCase<'contest.home'> = () => Promise.reject(new Error('Not built yet.'));
