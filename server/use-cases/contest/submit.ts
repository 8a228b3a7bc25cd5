import type { UseCase } from '../../use-case';

export const submitAttempt: UseCase<'contest.submit'> = () => Promise.reject(new Error('Not built yet.'));
