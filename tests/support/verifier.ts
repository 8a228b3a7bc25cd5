import { createHash, createHmac } from 'node:crypto';

// A second program for what anyone may recompute once the contest has closed, written from its description alone. It
// shares no code with the app, so that a mistake in either one shows.

interface Row {
  topicId: string | null;
  type: string;
  difficulty: number | null;
  count: number;
  points: number;
}

interface Item {
  id: string;
  topicId: string;
  type: string;
  difficulty: number;
  optionCount: number;
  words: string;
}

export interface Revealed {
  readonly seed: string;
  readonly blueprint: readonly Readonly<Row>[];
  readonly bank: readonly Readonly<Item>[];
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string, text: string): Buffer => createHmac('sha256', Buffer.from(key, 'utf8')).update(text, 'utf8').digest();

const byId = (bank: readonly Readonly<Item>[]): Readonly<Item>[] => bank.slice().sort((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));

/** What was published before the contest as the hash of its bank. */
export function publishedBankHash(contestId: string, { blueprint, bank }: Revealed): string {
  const rows = blueprint.map((row) => [row.topicId, row.type, row.difficulty, row.count, row.points]);
  const items = byId(bank).map((item) => [item.id, item.topicId, item.type, item.difficulty, item.optionCount, item.words]);
  return sha256(JSON.stringify({ contest: contestId, blueprint: rows, bank: items }));
}

/** Whole numbers under a limit, from blocks of eight 32-bit words. */
class Chance {
  private readonly words: number[] = [];
  private blocks = 0;

  constructor(private readonly key: string) {}

  under(limit: number): number {
    for (;;) {
      if (this.words.length === 0) {
        const block = hmac(this.key, `${this.blocks++}`);
        for (let offset = 0; offset < block.length; offset += 4) this.words.push(block.readUInt32BE(offset));
      }
      const word = this.words.shift() ?? 0;
      if (word < 4294967296 - (4294967296 % limit)) return word % limit;
    }
  }

  /** Takes so many of the items, each time from a random place among those left. */
  take<T>(items: readonly T[], count: number): T[] {
    const left = items.slice();
    const taken: T[] = [];
    while (taken.length < count) {
      const place = this.under(left.length);
      taken.push(left[place] as T);
      left.splice(place, 1);
    }
    return taken;
  }
}

export function recomputedPaper(
  contestId: string,
  { seed, blueprint, bank }: Revealed,
  { code, attemptNumber, nonce }: { code: string; attemptNumber: number; nonce: string },
): { id: string; points: number; optionOrder: number[] }[] {
  const chance = new Chance(hmac(seed, JSON.stringify(['paper', contestId, code, attemptNumber, nonce])).toString('hex'));
  const used = new Set<string>();
  const chosen: { item: Readonly<Item>; points: number }[] = [];
  for (const { topicId, type, difficulty, count, points } of blueprint) {
    const pool = byId(bank).filter(
      (item) => !used.has(item.id) && item.type === type && [null, item.topicId].includes(topicId) && [null, item.difficulty].includes(difficulty),
    );
    // All that fit are brought into an order; the first ones are asked.
    for (const item of chance.take(pool, pool.length).slice(0, count)) {
      used.add(item.id);
      chosen.push({ item, points });
    }
  }
  return chance.take(chosen, chosen.length).map(({ item, points }) => {
    const asWritten = [...Array(item.optionCount).keys()];
    return { id: item.id, points, optionOrder: item.type === 'judgement' ? asWritten : chance.take(asWritten, asWritten.length) };
  });
}

export const listHash = (codes: readonly string[]): string => sha256(codes.slice().sort().join('\n'));

export function recomputedWinners(contestId: string, seed: string, codes: readonly string[], prizes: number): { place: number; code: string; ticket: string }[] {
  const drawKey = hmac(seed, JSON.stringify(['prize', contestId, listHash(codes)])).toString('hex');
  const tickets = codes.map((code) => ({ code, ticket: hmac(drawKey, code).toString('hex') }));
  tickets.sort((a, b) => (a.ticket > b.ticket ? 1 : -1));
  return tickets.slice(0, prizes).map(({ code, ticket }, index) => ({ place: index + 1, code, ticket }));
}
