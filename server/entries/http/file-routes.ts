import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { attachmentTooLarge, MOST_ATTACHMENT_BYTES } from '../../../src/contract/attachment';
import type { Application } from '../../application/application';
import type { OpenedAttachment } from '../../attachment/open-attachment';
import type { SentFile } from '../../attachment/receive';
import { refusalReply } from '../../dispatch/error-reply';
import { refuse, Refusal } from '../../refusal';
import { answer, tokenIn } from './reply';

// The form's other parts and what stands between them.
const ENVELOPE = 16 * 1024;

/** `POST /files`, a form with one part `file`; `GET /files/<id>?ticket=…`. */
export function fileRoutes(application: () => Promise<Pick<Application, 'takeUpload' | 'openAttachment'> | null>): Hono {
  const app = new Hono();
  const tooLarge = (context: Context) => answer(context, refusalReply(refuse('too_large', attachmentTooLarge)));
  app.post('/', bodyLimit({ maxSize: MOST_ATTACHMENT_BYTES + ENVELOPE, onError: tooLarge }), async (context) => {
    const open = await application();
    if (!open) return answer(context, refusalReply(refuse('unavailable')));
    const token = tokenIn(context.req.header('Authorization'));
    const idempotencyKey = context.req.header('Idempotency-Key');
    return answer(context, await open.takeUpload({ token, idempotencyKey, readFile: () => sentFile(context.req.raw) }));
  });
  app.get('/:id', async (context) => {
    const open = await application();
    if (!open) return context.text('Unavailable', 503, { 'Cache-Control': 'no-store' });
    const opened = await open.openAttachment(context.req.param('id'), context.req.query('ticket') ?? '');
    return opened ? served(context, opened) : context.text('Not found', 404, { 'Cache-Control': 'no-store' });
  });
  return app;
}

/** The part `file`. WeChat calls every file by a temporary name; the part `name` says the real one. */
async function sentFile(request: Request): Promise<SentFile | Refusal> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return noFile();
  }
  const [file, name] = [form.get('file'), form.get('name')];
  if (file === null || typeof file === 'string') return noFile();
  return { name: typeof name === 'string' && name !== '' ? name : file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

const noFile = (): Refusal => refuse('invalid_input', undefined, { file: '没有收到文件，请重新选择。' });

/**
 * Somebody uploaded it, so a browser may neither guess its type nor run anything in it. Pictures are shown; a PDF is
 * downloaded, because Chromium's viewer does not work in the sandbox.
 */
function served(context: Context, { name, mediaType, sha256, bytes }: OpenedAttachment): Response {
  const headers = {
    ETag: `"${sha256.slice(0, 22)}"`,
    // For as long as a ticket is good at least.
    'Cache-Control': 'private, max-age=3600, immutable',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    // The mini-program's and another site's pages show it: the ticket decides, not the origin.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
  };
  if (context.req.header('If-None-Match') === headers.ETag) return context.body(null, 304, headers);
  const disposition = mediaType === 'application/pdf' ? 'attachment' : 'inline';
  return context.body(Uint8Array.from(bytes), 200, {
    ...headers,
    'Content-Type': mediaType,
    'Content-Length': String(bytes.length),
    'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  });
}
