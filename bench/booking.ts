import { randomUUID } from 'node:crypto';
import { migrate } from '../server/storage/migrate';
import { bookPlace } from '../server/storage/booking/place-store';
import { openPostgres } from '../server/storage/engine/postgres';
import { capture, scriptArguments, type Script, type Write } from './contest/captured';
import { BenchTrouble, openBenchPostgres, run, type BenchPostgres } from './contest/postgres';
import { median, say } from './figures';

// How many bookings a second one hot event takes, against a counter on the event's row; and a million tries at events that
// are long full. The statement is the server's own, captured as it is sent; pgbench sends it from many connections.
const PEOPLE = 300_000;
const FEW_CONNECTIONS = 16;
const MANY_CONNECTIONS = 64;
const ROUNDS = 5;
const SECONDS = 3;
// More than a hall has, so that a round never runs out of them.
const PLACES_FOR_SPEED = 400_000;
const EVENTS = 20;
const PLACES = 2000;
const TRIES = 1_000_000;
const NOW = new Date('2017-09-07T01:00:00Z');

const eventUuid = (number: number): string => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;
const idFrom = (block: string, variable: string): string => `('00000000-0000-4000-${block}-' || lpad((:${variable})::text, 12, '0'))::uuid`;

// What one would write without places: one row for everybody.
const hotRow: Script = {
  head: `\\set person random(1, ${PEOPLE})`,
  statements: [
    { text: 'begin', values: [] },
    { text: `update hot_event set taken = taken + 1 where id = '${eventUuid(1)}' and taken < capacity`, values: [] },
    {
      text: `insert into hot_booking select gen_random_uuid(), '${eventUuid(1)}', ${idFrom('8000', 'person')}, 'booked', '示例姓名', '13800001234', '示例公司', replace(gen_random_uuid()::text, '-', ''), now() on conflict do nothing`,
      values: [],
    },
    { text: 'commit', values: [] },
  ],
  write: () => undefined,
};

const hotTables = [
  `create table hot_event (id uuid primary key, capacity integer not null, taken integer not null default 0)`,
  `create table hot_booking (
    id uuid primary key, event_id uuid not null references hot_event, person_id uuid not null references person, state text not null,
    name text, phone text, firm_name text, ticket_code text not null unique, booked_at timestamptz not null, unique (event_id, person_id)
  )`,
  `create index hot_booking_of_person on hot_booking (person_id)`,
  `insert into hot_event values ('${eventUuid(1)}', 1000000000)`,
];

async function prepare(postgres: BenchPostgres, name: string, events: number, places: number): Promise<string> {
  const url = await postgres.create(name);
  const store = openPostgres(url, { poolSize: 1, onIdleError: () => undefined });
  await migrate(store.db);
  await store.close();
  await run(url, `insert into campaign (id, content_hash, document, loaded_at) values ('bench', '', '{}', now())`);
  await run(url, `insert into office (campaign_id, id, name, short_name, is_bureau, position) values ('bench', 'bench', '示例单位', '示例', true, 1)`);
  await run(
    url,
    `insert into activity (campaign_id, id, number, line_id, title, short_title, audience, summary, ways, "when")
     values ('bench', 'bench', 1, 'publicity', '示例活动', '示例', '[]', '', '[]', '')`,
  );
  // A round of speed needs more places than an event may have.
  await run(url, 'alter table event drop constraint event_capacity_check');
  await run(
    url,
    `insert into event (id, campaign_id, activity_id, office_id, title, address, starts_at, ends_at, booking_opens_at, booking_closes_at, capacity, waiting_limit, offer_hours, changed_at)
     select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'bench', 'bench', 'bench', '示例场次', '示例地址',
       $1::timestamptz + interval '5 days', $1::timestamptz + interval '6 days', $1, $1::timestamptz + interval '4 days', ${places}, 0, 24, $1
     from generate_series(1, ${events}) as n`,
    [NOW],
  );
  await run(url, `insert into place select event.id, n from event, generate_series(1, ${places}) as n`);
  await run(url, `insert into person (id, kind, label, created_at) select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'guest', '', now() from generate_series(1, ${PEOPLE}) as n`);
  for (const statement of hotTables) await run(url, statement);
  await run(url, 'vacuum analyze');
  return url;
}

/** The server's statement for a random person at a random one of the events. */
async function ownStatement(url: string, events: number): Promise<Script> {
  const store = openPostgres(url, { poolSize: 1, onIdleError: () => undefined });
  const example = { id: randomUUID(), eventId: randomUUID(), personId: randomUUID(), ticketCode: 'a-ticket', name: '示例姓名', phone: '13800001234', firmName: '示例公司', bookedAt: NOW };
  const statements = await capture(() => bookPlace(store.db, 'bench', example));
  await store.close();
  const written = new Map<unknown, string>([
    [example.id, 'gen_random_uuid()'],
    [example.eventId, idFrom('9000', 'event')],
    [example.personId, idFrom('8000', 'person')],
    [example.phone, `'1' || lpad((:person)::text, 10, '0')`],
    [example.ticketCode, `replace(gen_random_uuid()::text, '-', '')`],
  ]);
  const write: Write = (value) => written.get(value);
  return { head: `\\set person random(1, ${PEOPLE})\n\\set event random(1, ${events})`, statements, write };
}

/** Transactions a second. */
function throughput(postgres: BenchPostgres, url: string, script: Script, load: readonly string[]): number {
  const { args, remove } = scriptArguments([script]);
  try {
    const said = postgres.pgbench(url, ['-n', '-M', 'prepared', '-j', '2', ...load, ...args]);
    const failed = /number of failed transactions: (\d+)/.exec(said)?.[1];
    if (failed !== undefined && failed !== '0') throw new Error(`${failed} calls failed.`);
    return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  } finally {
    remove();
  }
}

async function benchSpeed(postgres: BenchPostgres): Promise<void> {
  const url = await prepare(postgres, 'bench_booking_speed', 1, PLACES_FOR_SPEED);
  const own = await ownStatement(url, 1);
  for (const connections of [FEW_CONNECTIONS, MANY_CONNECTIONS]) {
    const figures = { hot: [] as number[], own: [] as number[], ratio: [] as number[] };
    // Turn by turn, so that both meet the same machine.
    for (let round = 0; round < ROUNDS; round += 1) {
      const load = ['-c', String(connections), '-T', String(SECONDS)];
      const [hot, ours] = [throughput(postgres, url, hotRow, load), throughput(postgres, url, own, load)];
      figures.hot.push(hot);
      figures.own.push(ours);
      figures.ratio.push(ours / hot);
    }
    say(`${connections} connections, one event: bookings a second with a counter on its row`, median(figures.hot).toFixed(0));
    say(`${connections} connections, one event: bookings a second with a row for each place`, median(figures.own).toFixed(0));
    say(`${connections} connections: times as many, median of ${ROUNDS} turns (lowest, highest)`, `${median(figures.ratio).toFixed(1)} (${Math.min(...figures.ratio).toFixed(1)}, ${Math.max(...figures.ratio).toFixed(1)})`);
  }
}

async function benchTries(postgres: BenchPostgres): Promise<void> {
  const url = await prepare(postgres, 'bench_booking_tries', EVENTS, PLACES);
  const own = await ownStatement(url, EVENTS);
  const perConnection = Math.ceil(TRIES / MANY_CONNECTIONS);
  const tps = throughput(postgres, url, own, ['-c', String(MANY_CONNECTIONS), '-t', String(perConnection)]);
  const [checked] = await run(
    url,
    `select count(*) filter (where held <> ${PLACES}) as wrong, sum(held) as held, sum(free) as free, sum(people) as people from (
       select (select count(distinct place) from booking where event_id = event.id) as held, (select count(*) from place where event_id = event.id) as free,
         (select count(distinct person_id) from booking where event_id = event.id) as people
       from event
     ) as counted`,
  );
  const { wrong, held, free, people } = { wrong: Number(checked?.wrong), held: Number(checked?.held), free: Number(checked?.free), people: Number(checked?.people) };
  say(`tries at ${EVENTS} events of ${PLACES} places, ${MANY_CONNECTIONS} connections`, perConnection * MANY_CONNECTIONS);
  say('tries a second, most of them at events that are full', tps.toFixed(0));
  say('places held, by as many people', `${held}, ${people}`);
  say('events oversold or not full, places left free', `${wrong}, ${free}`);
  if (wrong !== 0 || free !== 0 || held !== EVENTS * PLACES || people !== held) throw new Error('The bookings do not add up.');
}

async function main(): Promise<void> {
  const postgres = await openBenchPostgres();
  try {
    say('PostgreSQL', postgres.version);
    await benchSpeed(postgres);
    await benchTries(postgres);
  } finally {
    await postgres.stop();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof BenchTrouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
