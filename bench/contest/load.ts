import { openLine, type Line } from './line';
import { attemptId, tokenOf } from './people';

/** What a load process is asked to do; it answers with one message and ends. */
export type LoadJob =
  | { readonly kind: 'submits'; readonly port: number; readonly lines: number; readonly first: number; readonly count: number; readonly answers: readonly string[] }
  | { readonly kind: 'crowd'; readonly port: number; readonly people: number };

export interface LoadReport {
  readonly errors: readonly string[];
  readonly seconds: number;
  /** Milliseconds of each call, by action. */
  readonly took: Readonly<Record<string, readonly number[]>>;
}

const took: Record<string, number[]> = {};
const errors: string[] = [];

async function call(line: Line, action: string, n: number, input: string): Promise<string> {
  const before = performance.now();
  const { status, body } = await line.call(action, tokenOf(n), input);
  (took[action] ??= []).push(performance.now() - before);
  if (status !== 200) errors.push(`${action} of ${n}: ${status} ${body.slice(0, 200)}`);
  return body;
}

async function submits({ port, lines, first, count, answers }: Extract<LoadJob, { kind: 'submits' }>): Promise<number> {
  const open = await Promise.all(Array.from({ length: lines }, () => openLine(port)));
  let next = first;
  const before = performance.now();
  await Promise.all(
    open.map(async (line) => {
      while (next < first + count) {
        const n = next;
        next += 1;
        await call(line, 'contest.submit', n, `{"attemptId":"${attemptId(n)}","answers":${answers[n % answers.length]}}`);
      }
      line.close();
    }),
  );
  return performance.now() - before;
}

const SECOND = 1000;
const at = (start: number, seconds: number) => new Promise((resume) => setTimeout(resume, start + seconds * SECOND - performance.now()));

interface Started {
  readonly data: { readonly id: string; readonly questions: readonly { readonly id: string; readonly options: readonly string[] }[] };
}

/** One person: starts within ten seconds, saves three times, hands in with the last answers by the end of the minute. */
async function takePart(port: number, n: number, start: number): Promise<void> {
  const begin = Math.random() * 10;
  await at(start, begin);
  const line = await openLine(port);
  const nonce = n.toString(16).padStart(32, '0');
  const { data } = JSON.parse(await call(line, 'contest.start', n, JSON.stringify({ nonce }))) as Started;
  const part = (index: number) =>
    JSON.stringify({
      attemptId: data.id,
      answers: data.questions.slice(5 * index, 5 * index + 5).map(({ id, options }) => ({ questionId: id, chosen: [Math.floor(Math.random() * options.length)], revision: index + 1 })),
    });
  const end = 50 + Math.random() * 9;
  for (const index of [0, 1, 2]) {
    await at(start, begin + ((end - begin) * (index + 1)) / 4);
    await call(line, 'contest.save', n, part(index));
  }
  await at(start, end);
  await call(line, 'contest.submit', n, part(3));
  line.close();
}

async function crowd({ port, people }: Extract<LoadJob, { kind: 'crowd' }>): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: people }, (_, index) => takePart(port, index + 1, start).catch((error: unknown) => errors.push(`${index + 1}: ${String(error)}`))));
  return performance.now() - start;
}

// As long as it listens, the channel keeps it alive; the parent ends that.
process.on('message', (job: LoadJob) => {
  void (job.kind === 'submits' ? submits(job) : crowd(job)).then((milliseconds) => {
    process.send?.({ errors, seconds: milliseconds / SECOND, took } satisfies LoadReport);
  });
});
