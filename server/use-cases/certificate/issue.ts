import type { UseCase } from '../../use-case';

export const issueCertificate: UseCase<'certificate.issue'> = () => Promise.reject(new Error('Not built yet.'));
