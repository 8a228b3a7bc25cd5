import type { UseCase } from '../../use-case';

export const saveAnswers: UseCase<'contest.save'> = () => Promise.reject(new Error('Not built yet.'));
