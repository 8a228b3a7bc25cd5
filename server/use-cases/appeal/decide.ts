import type { UseCase } from '../../use-case';

export const decideAppeals: UseCase<'appeal.decide'> = () => Promise.reject(new Error('Not built yet.'));
