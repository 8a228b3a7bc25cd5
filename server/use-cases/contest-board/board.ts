import type { UseCase } from '../../use-case';

export const board: UseCase<'contest.board'> = () => Promise.reject(new Error('Not built yet.'));
