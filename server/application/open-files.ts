import { diskFiles } from '../files/disk';
import type { FileStore } from '../files/file-store';
import { s3Files } from '../files/s3';
import type { Configuration } from './configuration';

/** Where attachments are kept, as configured. Nothing is reached for yet. */
export const openFiles = ({ files }: Pick<Configuration, 'files'>): FileStore => (files.kind === 's3' ? s3Files(files) : diskFiles(files.folder));
