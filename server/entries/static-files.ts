import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const COMPRESSED = /^(text\/|application\/json|image\/svg)/;
const HASHED = /\.[0-9a-f]{8,}\.\w+$/;
const BROTLI_QUALITY = 9;

type Encoding = 'br' | 'gzip' | 'identity';

interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** A file whose name holds its content's hash never changes. */
  readonly cacheControl: string;
  readonly encoded: Map<Encoding, Buffer>;
}

/**
 * Serves what lies in a folder now, at `prefix`; `/` is its index.html. Everything is read once and kept, compressed
 * at its first use, so a request can only ever name a file that was there, and a new build needs a restart. A folder
 * that does not exist serves nothing.
 */
export function staticFiles(folder: string, prefix = ''): MiddlewareHandler {
  const files = new Map(namesIn(folder).map((name) => [`${prefix}/${name}`, fileOf(folder, name)]));
  return async (context, next) => {
    const { method, path } = context.req;
    const file = method === 'GET' || method === 'HEAD' ? files.get(path === `${prefix}/` ? `${prefix}/index.html` : path) : undefined;
    return file ? answer(context, file) : next();
  };
}

/** Paths below the folder with `/`, without hidden files. */
function namesIn(folder: string, below = ''): string[] {
  let entries;
  try {
    entries = readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? namesIn(folder, `${below}${entry.name}/`) : entry.isFile() ? [`${below}${entry.name}`] : []));
}

function fileOf(folder: string, name: string): StaticFile {
  const body = readFileSync(join(folder, name));
  return {
    body,
    type: contentTypes[extname(name)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    cacheControl: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    encoded: new Map([['identity', body]]),
  };
}

function answer(context: Context, file: StaticFile): Response {
  const encoding = COMPRESSED.test(file.type) ? encodingFor(context.req.header('Accept-Encoding') ?? '') : 'identity';
  const etag = `"${file.etag}-${encoding}"`;
  const headers: Record<string, string> = { ETag: etag, 'Cache-Control': file.cacheControl, Vary: 'Accept-Encoding' };
  if (context.req.header('If-None-Match') === etag) return context.body(null, 304, headers);
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  const body = encode(file, encoding);
  const all = { ...headers, 'Content-Type': file.type, 'Content-Length': String(body.length) };
  return context.req.method === 'HEAD' ? context.body(null, 200, all) : context.body(new Uint8Array(body), 200, all);
}

const encodingFor = (accepted: string): Encoding => (/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity');

function encode(file: StaticFile, encoding: Encoding): Buffer {
  const known = file.encoded.get(encoding);
  if (known) return known;
  const body =
    encoding === 'br' ? brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }) : gzipSync(file.body);
  file.encoded.set(encoding, body);
  return body;
}
