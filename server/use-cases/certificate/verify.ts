import type { UseCase } from '../../use-case';

export const verifyCertificate: UseCase<'certificate.verify'> = () => Promise.reject(new Error('Not built yet.'));
