import type { UseCase } from '../../use-case';

export const ownCertificate: UseCase<'certificate.mine'> = () => Promise.reject(new Error('Not built yet.'));
