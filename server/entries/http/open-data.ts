import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import type { Output } from '../../../src/contract/actions';
import type { OpenActivity } from '../../../src/contract/activity/board';
import { activityStateNames } from '../../../src/domain/activity-state';
import type { Application } from '../../application/application';
import { csv } from './csv';
import { answer } from './reply';

const CACHE = 'public, max-age=300';

/** The columns of activities.csv, in the order of docs/open-data.md. */
const columns: readonly (readonly [header: string, cell: (activity: OpenActivity) => string | number | null])[] = [
  ['序号', ({ number }) => number],
  ['编号', ({ id }) => id],
  ['活动', ({ title }) => title],
  ['类别', ({ lineName }) => lineName],
  ['面向', ({ audience }) => audience.join('、')],
  ['状态', ({ state }) => activityStateNames[state]],
  ['动态数', ({ evidenceCount }) => evidenceCount],
  ['最近动态日期', ({ lastHappenedOn }) => lastHappenedOn],
  ['最近内容编号', ({ latestArticleId }) => latestArticleId],
  ['最近内容标题', ({ latestArticleTitle }) => latestArticleTitle],
];

/** `GET /open-data/activities.json` and `.csv`: anyone may have them, from any origin. */
export function openDataRoutes(application: () => Promise<Pick<Application, 'dispatch'> | null>): Hono {
  const app = new Hono();
  app.use(etag());

  const served = async (context: Context, type: string, bodyOf: (data: Output<'open-data.activities'>) => string): Promise<Response> => {
    const open = await application();
    if (!open) return context.text('Unavailable', 503, { 'Cache-Control': 'no-store' });
    const reply = await open.dispatch({ action: 'open-data.activities', input: {} });
    if (!reply.ok) return answer(context, reply);
    // What dispatch answers is what this action's use case returned.
    return context.body(bodyOf(reply.data as Output<'open-data.activities'>), 200, {
      'Content-Type': type,
      'Cache-Control': CACHE,
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  };

  app.get('/activities.json', (context) => served(context, 'application/json; charset=utf-8', (data) => JSON.stringify(data)));
  app.get('/activities.csv', (context) =>
    served(context, 'text/csv; charset=utf-8; header=present', ({ activities }) =>
      csv([columns.map(([header]) => header), ...activities.map((activity) => columns.map(([, cellOf]) => cellOf(activity)))]),
    ),
  );
  return app;
}
