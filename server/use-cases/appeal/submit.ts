import type { UseCase } from '../../use-case';

export const submitAppeal: UseCase<'appeal.submit'> = () => Promise.reject(new Error('Not built yet.'));
