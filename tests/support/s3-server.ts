import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from '../../server/files/s3';

interface Answer {
  readonly status: number;
  readonly body?: string;
}

export interface S3Server {
  readonly settings: S3Settings;
  /** By `bucket/key`. */
  readonly objects: Map<string, { readonly bytes: Buffer; readonly mediaType: string }>;
  /** Answers the next requests instead of doing them; `silence` never answers. */
  readonly next: (Answer | 'silence')[];
  /** How often it was asked, refused requests included. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const AUTHORISATION = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

/**
 * Why a request is not signed as Amazon's signature version 4 asks, if it is not; written from its description, not
 * from a library. https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
function signatureMistake({ method = '', url = '', headers }: IncomingMessage, body: Buffer, { region, accessKeyId, secretAccessKey }: S3Settings): string | null {
  const [, id, day = '', askedRegion, names = '', signature = ''] = AUTHORISATION.exec(headers.authorization ?? '') ?? [];
  if (id !== accessKeyId) return 'InvalidAccessKeyId';
  if (askedRegion !== region) return 'AuthorizationHeaderMalformed';
  const signed = names.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return 'AccessDenied';
  const date = String(headers['x-amz-date']);
  if (!date.startsWith(day)) return 'AccessDenied';
  if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const [path = '', query = ''] = url.split('?');
  const canonical = [method, path, query, ...signed.map((name) => `${name}:${String(headers[name]).trim()}`), '', names, sha256(body)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region));
  const right = hmac(key, ['AWS4-HMAC-SHA256', date, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')).toString('hex');
  return timingSafeEqual(Buffer.from(right), Buffer.from(signature)) ? null : 'SignatureDoesNotMatch';
}

/** An object storage on this machine that keeps one bucket in memory, addressed in the path, and checks every signature. */
export async function startS3Server(): Promise<S3Server> {
  const bucket = 'quality-files';
  const objects: S3Server['objects'] = new Map();
  const next: S3Server['next'] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked += 1;
      const body = Buffer.concat(parts);
      const told = next.shift();
      if (told === 'silence') return;
      const answer = (status: number, content: Buffer | string = '') => response.writeHead(status).end(content);
      const error = (status: number, code: string) => answer(status, `<Error><Code>${code}</Code></Error>`);
      if (told !== undefined) return answer(told.status, told.body);
      const mistake = signatureMistake(request, body, settings);
      if (mistake !== null) return error(403, mistake);
      const name = (request.url ?? '').slice(1);
      if (!name.startsWith(`${bucket}/`)) return error(404, 'NoSuchBucket');
      if (request.method === 'PUT') {
        objects.set(name, { bytes: body, mediaType: request.headers['content-type'] ?? '' });
        return answer(200);
      }
      if (request.method === 'DELETE') {
        objects.delete(name);
        return answer(204);
      }
      const found = objects.get(name);
      return found ? answer(200, found.bytes) : error(404, 'NoSuchKey');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    region: 'ap-beijing',
    accessKeyId: 'AKIDSAMPLE',
    secretAccessKey: 'sample/secret+key',
    pathStyle: true,
  };
  return {
    settings,
    objects,
    next,
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
