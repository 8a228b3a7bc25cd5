import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttachmentView } from '../../../src/contract/attachment';
import type { Reply } from '../../../src/contract/errors';
import { dataOf, type TestServer } from '../server';
import { jpeg } from './sample-files';

export interface UploadOptions {
  /** Without one the upload shows none. */
  readonly token?: string | undefined;
  /** A fresh one when left out; null for none. */
  readonly key?: string | null;
  readonly name?: string;
}

/** Uploads as a browser and WeChat do; `fetch` of a test server or of the network. */
export async function upload(fetch: TestServer['fetch'], bytes: Buffer, { token, key = randomUUID(), name = 'photo.jpg' }: UploadOptions): Promise<Reply<AttachmentView>> {
  const form = new FormData();
  form.append('file', new File([Uint8Array.from(bytes)], name));
  const headers = new Headers();
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (key !== null) headers.set('Idempotency-Key', key);
  return (await (await fetch('/files', { method: 'POST', headers, body: form })).json()) as Reply<AttachmentView>;
}

/** Uploads a photo and gives its id. */
export const uploaded = async (server: TestServer, { token }: { readonly token: string }, bytes: Buffer = jpeg()): Promise<string> =>
  dataOf(await upload(server.fetch, bytes, { token })).id;

/** A folder of its own for the files of a test server, and the names of what lies in it. */
export function filesFolder(): { readonly path: string; readonly names: () => string[]; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'attachments-'));
  return {
    path,
    names: () => readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
}
