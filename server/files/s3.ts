import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store';

export interface S3Settings {
  /** Without a trailing slash, `https://cos.ap-beijing.myqcloud.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket as the first part of the path rather than of the host's name, as MinIO wants it. */
  readonly pathStyle: boolean;
  /** For one request with its repetitions; for tests. */
  readonly timeoutMs?: number;
}

/** Long enough for 10 MB on a slow line; the person waits for it. */
const TIMEOUT_MS = 20_000;
// Of answers 5xx and 429.
const RETRIES = 2;
const SHOWN_ANSWER = 300;

/** The storage answered with an error. Names no key and no secret. */
export class S3Failure extends Error {
  constructor(method: string, status: number, answer: string) {
    super(`The object storage answered ${method} with ${status}: ${answer.slice(0, SHOWN_ANSWER)}`);
    this.name = 'S3Failure';
  }
}

/** Objects of a bucket in a storage that speaks S3 with signature version 4. */
export function s3Files({ endpoint, bucket, region, accessKeyId, secretAccessKey, pathStyle, timeoutMs = TIMEOUT_MS }: S3Settings): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  const base = pathStyle ? `${endpoint}/${bucket}` : endpoint.replace('://', `://${bucket}.`);

  /** Null when there is no such object. What a storage keeps under a mistaken bucket's name is no missing object but a failure. */
  const request = async (method: 'PUT' | 'GET' | 'DELETE', key: string, body?: Uint8Array, headers: Record<string, string> = {}): Promise<Response | null> => {
    const hash = createHash('sha256').update(body ?? '').digest('hex');
    const response = await client.fetch(`${base}/${encodeURIComponent(key)}`, {
      method,
      headers: { ...headers, 'X-Amz-Content-Sha256': hash },
      ...(body && { body: Uint8Array.from(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return response;
    const answer = await response.text();
    if (response.status === 404 && method !== 'PUT' && !answer.includes('NoSuchBucket')) return null;
    throw new S3Failure(method, response.status, answer);
  };

  return {
    put: async (key, bytes, mediaType) => {
      const response = await request('PUT', key, bytes, { 'Content-Type': mediaType });
      await response?.arrayBuffer();
    },
    get: async (key) => {
      const response = await request('GET', key);
      return response && new Uint8Array(await response.arrayBuffer());
    },
    delete: async (key) => {
      const response = await request('DELETE', key);
      await response?.arrayBuffer();
    },
  };
}
