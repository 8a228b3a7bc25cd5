import { Hono } from 'hono';
import type { Application } from '../../application/application';

/** `GET /pictures/<id>/<width>.jpg`: the library's pictures, for everybody who knows the id. They never change. */
export function pictureRoutes(application: () => Promise<Pick<Application, 'openPicture'> | null>): Hono {
  const app = new Hono();
  app.get('/:id/:file', async (context) => {
    const open = await application();
    if (!open) return context.text('Unavailable', 503, { 'Cache-Control': 'no-store' });
    const picture = await open.openPicture(context.req.param('id'), context.req.param('file'));
    if (!picture) return context.text('Not found', 404, { 'Cache-Control': 'no-store' });
    const headers = {
      ETag: `"${picture.sha256.slice(0, 22)}"`,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      // The mini-program's and another site's pages show it.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    };
    if (context.req.header('If-None-Match') === headers.ETag) return context.body(null, 304, headers);
    return context.body(Uint8Array.from(picture.bytes), 200, { ...headers, 'Content-Type': 'image/jpeg', 'Content-Length': String(picture.bytes.length) });
  });
  return app;
}
