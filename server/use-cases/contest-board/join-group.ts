import type { UseCase } from '../../use-case';

export const joinGroup: UseCase<'contest.join-group'> = () => Promise.reject(new Error('Not built yet.'));
