import { join } from 'node:path';
import { readConfiguration } from '../server/application/configuration';
import { prepareStore } from '../server/application/prepare-store';
import { readCampaign } from '../server/campaign/stored';
import { Refusal } from '../server/refusal';
import { doRequestChores } from '../server/request/chores';
import { openPostgres } from '../server/storage/engine/postgres';
import { listNarrowed } from '../server/use-cases/request-office/inbox';
import { isWorkingDayInChina } from '../server/working-day-calendar';
import type { ParsedInput } from '../src/contract/actions';
import { inboxStates } from '../src/contract/request/office';
import { capture, type Statement } from './contest/captured';
import { BenchTrouble, openBenchPostgres, run, type BenchPostgres } from './contest/postgres';
import { say } from './figures';

// What the inbox of one office costs with few and with many requests: the buffers of 8 kB that PostgreSQL touches for the
// first page, for each way to narrow it and for a page far behind, and the ratio of the two sizes. `npm run bench:inbox`.

const SIZES = [1_000, 100_000] as const;
const OFFICE = 'development-zone';
const NOW = new Date('2017-09-20T09:00:00+08:00');
const CAMPAIGN = 'tianjin-2017';

/** Of a hundred requests how many are in which state, as after some seasons. */
const shares = { submitted: 4, returned: 2, reopened: 1, accepted: 6, assigned: 3, scheduled: 3, visited: 1, concluded: 10, confirmed: 50, declined: 8, withdrawn: 10, merged: 2 };

function seedStatements(kindIds: readonly string[]): string[] {
  const states = Object.entries(shares).flatMap(([state, share]) => Array.from({ length: share }, () => `'${state}'`));
  // Neighbouring rows differ in state and kind, as they do when filed over the months.
  const id = "('00000004-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
  return [
    `insert into service_request (id, campaign_id, kind, receipt_number, office_id, state, firm_name, credit_code, contact_name, phone, area_id, subject_id, need,
        submitted_at, due_on, working_days_left, paused_for, outcome, merged_into, closed_at)
      select ${id}, '${CAMPAIGN}', (array[${kindIds.map((kind) => `'${kind}'`).join()}])[1 + n / 7 % ${kindIds.length}], 'ZY1709' || lpad(n::text, 6, '0'), '${OFFICE}', state,
        '天津示例食品有限公司' || n, '91350100M000100Y43', '示例联系人', '13800001234', 'kaifaqu', 'three-sames', repeat('想了解怎样做到同线、同标、同质。', 6),
        timestamptz '2017-09-20' - n * interval '10 minutes',
        case when state in ('submitted', 'reopened', 'accepted', 'assigned', 'visited') then date '2017-09-01' + n * 7 % 60 end,
        case when state in ('returned', 'scheduled') then 3 end, case state when 'returned' then 'completion' when 'scheduled' then 'visit' end,
        case when state in ('concluded', 'confirmed') then 'resolved' end,
        case state when 'merged' then '00000004-0000-4000-8000-000000000001'::uuid end,
        case when state in ('concluded', 'confirmed', 'declined', 'withdrawn', 'merged') then timestamptz '2017-09-20' - n * interval '5 minutes' end
      from (select n, (array[${states.join()}])[1 + n * 37 % 100] as state from generate_series(1, $1::integer) n) as request`,
    'vacuum analyze service_request',
  ];
}

/** The buffers that PostgreSQL touches for a statement, found in memory or not. */
async function buffersOf(url: string, { text, values }: Statement): Promise<number> {
  const [row] = await run(url, `explain (analyze, buffers, format json) ${text}`, values);
  const [{ Plan: plan }] = row?.['QUERY PLAN'] as [{ Plan: Record<'Shared Hit Blocks' | 'Shared Read Blocks', number> }];
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

type Narrowed = Partial<ParsedInput<'request.export'>>;

const lists: readonly (readonly [string, Narrowed])[] = [
  ['open, the first page', {}],
  ...inboxStates.filter((state) => state !== 'open').map((state) => [`state ${state}`, { state }] as const),
  ['kind', { kindId: 'expert-visit' }],
  ['kind, closed', { kindId: 'expert-visit', state: 'closed' }],
  ['kind and state', { kindId: 'expert-visit', state: 'accepted' }],
  ['overdue', { due: 'overdue' }],
  ['soon due', { due: 'soon' }],
  ['overdue of a kind', { due: 'overdue', kindId: 'expert-visit' }],
];

/** By the name of each list, the buffers of its page. */
async function measure(postgres: BenchPostgres, size: number): Promise<Map<string, number>> {
  const url = await postgres.create(`bench_inbox_${size}`);
  const store = openPostgres(url, { poolSize: 1, onIdleError: () => undefined });
  try {
    await prepareStore(store, { ...readConfiguration({}), campaignFolder: join('campaigns', CAMPAIGN) });
    const campaign = await readCampaign(store.db, CAMPAIGN);
    const [seed = '', vacuum = ''] = seedStatements(campaign.requestKinds.map(({ id }) => id));
    await run(url, seed, [size]);
    await run(url, vacuum);
    const caller = { person: null, officeIds: [OFFICE], editorOfficeIds: [], roles: ['officer'] } as const;
    const context = { db: store.db, caller, campaign, now: NOW, isWorkingDay: isWorkingDayInChina };
    const found = new Map<string, number>();
    const list = async (name: string, narrowed: Narrowed, cursor?: string): Promise<string | undefined> => {
      let next: string | undefined;
      const statements = await capture(async () => {
        const page = await listNarrowed(context, { state: 'open', officeId: undefined, kindId: undefined, due: undefined, ...narrowed }, cursor);
        if (page instanceof Refusal) throw new Error(page.message);
        next = page.nextCursor ?? undefined;
      });
      let buffers = 0;
      for (const statement of statements) buffers += await buffersOf(url, statement);
      found.set(name, buffers);
      return next;
    };
    for (const [name, narrowed] of lists) await list(name, narrowed);
    for (const state of ['open', 'closed'] as const) {
      let cursor = await list(`${state}, the tenth page`, { state });
      for (let page = 2; page <= 10; page += 1) cursor = await list(`${state}, the tenth page`, { state }, cursor);
    }
    found.set('the timer, nothing due', await idleTimer(url, context));
    return found;
  } finally {
    await store.close();
  }
}

/** What the timer touches in a minute in which nothing has become due. */
async function idleTimer(url: string, context: Parameters<typeof doRequestChores>[0]): Promise<number> {
  const fail = (what: string, error: unknown): never => {
    throw new Error(what, { cause: error });
  };
  // A thousand at a time.
  let done: number;
  do {
    const { warned, escalated } = await doRequestChores(context, fail);
    done = (warned ?? 0) + (escalated ?? 0);
  } while (done > 0);
  await run(url, 'vacuum analyze service_request');
  const statements = await capture(() => doRequestChores(context, fail));
  let buffers = 0;
  for (const statement of statements.filter(({ text }) => text.startsWith('select'))) buffers += await buffersOf(url, statement);
  return buffers;
}

async function main(): Promise<void> {
  const postgres = await openBenchPostgres();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void postgres.stop().finally(() => process.exit(1)));
  try {
    say('PostgreSQL', postgres.version);
    const [few, many] = [await measure(postgres, SIZES[0]), await measure(postgres, SIZES[1])];
    say('buffers touched by', `${SIZES[0]} requests · ${SIZES[1]} requests · ratio`);
    for (const [name, buffers] of few) {
      const more = many.get(name) ?? Number.NaN;
      say(name, `${buffers} · ${more} · ${(more / Math.max(buffers, 1)).toFixed(2)}`);
    }
  } finally {
    await postgres.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof BenchTrouble ? error.message : error);
  process.exit(1);
});
