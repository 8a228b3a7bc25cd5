import type { UseCase } from '../../use-case';

export const listErrata: UseCase<'erratum.list'> = () => Promise.reject(new Error('Not built yet.'));
