import type { UseCase } from '../../use-case';

export const questionStatistics: UseCase<'contest.statistics'> = () => Promise.reject(new Error('Not built yet.'));
