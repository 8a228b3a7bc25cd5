import type { UseCase } from '../../use-case';

export const listFlagged: UseCase<'contest.flagged'> = () => Promise.reject(new Error('Not built yet.'));
