import type { UseCase } from '../../use-case';

export const listAppeals: UseCase<'appeal.list'> = () => Promise.reject(new Error('Not built yet.'));
