import { openApplication, type Application } from '../../server/application/application';
import { readConfiguration } from '../../server/application/configuration';
import { bankReader, type Bank } from '../../server/contest/bank';
import { hashSecret } from '../../server/secret';
import { openPostgres } from '../../server/storage/engine/postgres';
import { LONG_SPAN_MS, SHORT_SPAN_MS } from '../../src/domain/contest/rank-moves';
import { drawPaper, type PaperQuestion } from '../../src/domain/contest/paper';
import { shownKey } from '../../src/domain/contest/score';
import { capture, scriptArguments, type Script, type Write } from './captured';
import { median, ms, quantile, say } from '../figures';
import { attemptId, entrantId, inSql, makePeople, personId, tokenOf } from './people';
import { run, type BenchPostgres } from './postgres';
import { runLoad } from './run-load';
import { POOL, startServer, STARTS_AT } from './server-process';

const ROUNDS = 3;
const A_ROUND = 10_000;
const WARM_UP = 2_000;
const LINES = 32;
// Each way of answering is captured once, by a person of its own; then come the people of each round, first those who
// hand in through HTTP, then those of pgbench.
const CAPTURED = 100;
const PEOPLE = CAPTURED + 2 * WARM_UP + 2 * ROUNDS * A_ROUND;

/** Answers with the first `right` questions right, for each number of right ones. */
function waysOfAnswering(paper: readonly PaperQuestion[], { questions }: Bank): string[] {
  return Array.from({ length: paper.length + 1 }, (_, right) =>
    JSON.stringify(
      paper.map(({ id, optionOrder }, index) => {
        const key = shownKey(optionOrder, questions.get(id)?.key ?? []);
        const wrong = optionOrder.findIndex((_option, shown) => !key.includes(shown));
        return { questionId: id, chosen: index < right ? key : [wrong], revision: 2 };
      }),
    ),
  );
}

/** An open attempt for everybody, with all questions answered, started from one to eleven minutes ago. */
async function makeAttempts(url: string, contestId: string, paper: readonly PaperQuestion[]): Promise<void> {
  for (const statement of makePeople) await run(url, statement, [PEOPLE]);
  await run(
    url,
    `insert into contest_entrant (id, contest_id, person_id, code, ranked)
     select ${inSql.entrantId('n')}, $2, ${inSql.personId('n')}, lpad(to_hex(n), 16, '0'), true from generate_series(1, $1::integer) n`,
    [PEOPLE, contestId],
  );
  const saved = Object.fromEntries(paper.map(({ id }) => [id, [1, [0]]]));
  await run(
    url,
    `insert into contest_attempt (id, entrant_id, contest_id, number, nonce, state, paper, answers, started_at, deadline_at)
     select ${inSql.attemptId('n')}, ${inSql.entrantId('n')}, $2, 1, lpad(to_hex(n), 32, '0'), 'open', $3, $4, started, started + interval '15 minutes'
     from generate_series(1, $1::integer) n, lateral (select $5::timestamptz - interval '1 second' * (60 + n * 7919 % 600) as started) clock`,
    [PEOPLE, contestId, JSON.stringify(paper), JSON.stringify(saved), STARTS_AT],
  );
  for (const table of ['person', 'session', 'contest_entrant', 'contest_attempt']) await run(url, `vacuum analyze ${table}`);
}

/** Runs the real hand-in of person `n` and makes a script of its statements for anybody, with any time used. */
async function scriptOf({ dispatch }: Application, n: number, answers: string): Promise<Script> {
  const statements = await capture(async () => {
    const input = { attemptId: attemptId(n), answers: JSON.parse(answers) as unknown };
    const reply = await dispatch({ action: 'contest.submit', token: tokenOf(n), input });
    if (!reply.ok) throw new Error(reply.error.message);
  });
  const own = new Map<unknown, string>([
    [hashSecret(tokenOf(n)), inSql.tokenHash(':n::integer')],
    [personId(n), inSql.personId(':n::integer')],
    [entrantId(n), inSql.entrantId(':n::integer')],
    [attemptId(n), inSql.attemptId(':n::integer')],
  ]);
  const write: Write = (value) => {
    if (typeof value === 'number' && value >= 60_000) return ':used::integer';
    if (typeof value !== 'string' || !value.includes('spanMs')) return own.get(value);
    const { score } = (JSON.parse(value) as { score: number }[])[0] ?? { score: 0 };
    const move = (spanMs: number) => `{"score":${score},"spanMs":${spanMs},"cell":%s,"entrants":1}`;
    return `format('[${move(0)},${move(SHORT_SPAN_MS)},${move(LONG_SPAN_MS)}]', 0, :used::integer / ${SHORT_SPAN_MS}, :used::integer / ${LONG_SPAN_MS})`;
  };
  const head = ['\\set i :i + 1', '\\set n :first + :client_id * :each + :i', '\\set used random(60000, 660000)'].join('\n');
  return { head, statements, write };
}

async function scriptsFor(url: string, contestId: string): Promise<{ scripts: Script[]; answers: string[] }> {
  const store = openPostgres(url, { poolSize: 1, onIdleError: () => undefined });
  const configuration = readConfiguration({ CAMPAIGN_NOW: STARTS_AT, DEMO: '1' });
  const application = await openApplication(configuration, { store, logFailure: console.error });
  const bank = await bankReader(application.campaign.contest)(store.db);
  const paper = drawPaper(bank.seed, { contestId, entrantCode: '0', attemptNumber: 1, nonce: '0' }, application.campaign.contest?.blueprint ?? [], bank.items);
  await makeAttempts(url, contestId, paper);
  const answers = waysOfAnswering(paper, bank);
  // The first call connects and reads the bank; none of that belongs to a hand-in.
  await scriptOf(application, answers.length + 1, answers[0] ?? '');
  const scripts: Script[] = [];
  for (const [index, way] of answers.entries()) scripts.push(await scriptOf(application, index + 1, way));
  await application.close();
  return { scripts, answers };
}

const countSubmitted = async (url: string): Promise<number> => Number((await run(url, `select count(*) as submitted from contest_attempt where state = 'submitted'`))[0]?.submitted);

/** Hand-ins a second through the server's HTTP, against pgbench running the same statements on the same database. */
export async function benchSubmits(postgres: BenchPostgres, template: string, contestId: string): Promise<void> {
  const url = await postgres.create('bench_submits', template);
  const { scripts, answers } = await scriptsFor(url, contestId);
  const { args, remove } = scriptArguments(scripts);
  const server = await startServer(url);
  let next = CAPTURED + 1;
  const take = (count: number): number => {
    const first = next;
    next += count;
    return first;
  };
  const throughHttp = async (count: number) => {
    const before = server.cpu();
    const report = await runLoad({ kind: 'submits', port: server.port, lines: LINES, first: take(count), count, answers });
    if (report.errors.length > 0) throw new Error(`${report.errors.length} errors: ${report.errors[0]}`);
    return { rate: count / report.seconds, cpuMs: (1000 * (server.cpu() - before)) / count, times: report.took['contest.submit'] ?? [] };
  };
  const throughPgbench = (count: number): number => {
    const each = count / POOL;
    const variables = { i: -1, first: take(count), each };
    const given = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const said = postgres.pgbench(url, ['-n', '-M', 'prepared', '-c', String(POOL), '-j', '2', '-t', String(each), ...given, ...args]);
    return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  };
  await throughHttp(WARM_UP);
  throughPgbench(WARM_UP);
  const rounds: { http: Awaited<ReturnType<typeof throughHttp>>; pgbench: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push({ http: await throughHttp(A_ROUND), pgbench: throughPgbench(A_ROUND) });
  await server.stop();
  remove();
  const expected = answers.length + 1 + next - CAPTURED - 1;
  const submitted = await countSubmitted(url);
  if (submitted !== expected) throw new Error(`${submitted} attempts were handed in, not ${expected}.`);

  const ratios = rounds.map(({ http, pgbench }) => http.rate / pgbench);
  const rates = (list: readonly number[]) => `${median(list).toFixed(0)}/s (${list.map((rate) => rate.toFixed(0)).join(' ')})`;
  const times = rounds.flatMap(({ http }) => http.times);
  say(`hand-ins through HTTP: ${LINES} keep-alive connections, ${POOL} to PostgreSQL`, rates(rounds.map(({ http }) => http.rate)));
  say(`  latency; the server process’s CPU for one`, `${ms(median(times))} median, ${ms(quantile(times, 0.99))} p99; ${ms(median(rounds.map(({ http }) => http.cpuMs)))}`);
  say(`pgbench, the same ${scripts[0]?.statements.length} statements, ${POOL} connections, prepared`, rates(rounds.map(({ pgbench }) => pgbench)));
  say('HTTP ÷ pgbench (aim ≥ 0.8)', `${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`);
}
