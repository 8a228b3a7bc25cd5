import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { readConfiguration } from '../server/application/configuration';
import { prepareStore } from '../server/application/prepare-store';
import { readCampaign } from '../server/campaign/stored';
import { Refusal } from '../server/refusal';
import { indexArticles } from '../server/search/index-articles';
import { openPostgres } from '../server/storage/engine/postgres';
import { findArticle } from '../server/storage/stores/article-store';
import type { Database } from '../server/storage/tables';
import type { Context } from '../server/use-case';
import { findWords } from '../server/use-cases/search/find';
import { BenchTrouble, openBenchPostgres, run } from './contest/postgres';
import { ms, quantile, say, timed } from './figures';

// What a search costs among 100,000 articles, for words of two characters from the rarest to the commonest, against fetching
// one article by its key, both on one connection and warm. `npm run bench:search`.

const ARTICLES = 100_000;
const BATCH = 2_000;
const CALLS = 2_000;
const CAMPAIGN = 'tianjin-2017';

/** A small generator with a seed, so that every run searches the same text (Lehmer, 1951). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const next = generator(20_170_901);
const FIRST_HAN = 0x4e00;
const CHARACTERS = 2_500;
const WORDS = 20_000;

/** Words of two characters; the n-th is about n times as rare as the first, as in any language (Zipf). */
const vocabulary = [...new Set(Array.from({ length: WORDS }, () => String.fromCharCode(FIRST_HAN + Math.floor(next() * CHARACTERS), FIRST_HAN + Math.floor(next() * CHARACTERS))))];
const word = (): string => vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? '';
const sentence = (words: number): string => `${Array.from({ length: words }, word).join('')}。`;

const id = (index: number): string => `bench-${String(index).padStart(6, '0')}`;
const day = (index: number): string => new Date(Date.UTC(1990, 0, 1) + index * 8_640_000).toISOString().slice(0, 10);

async function fill(db: Kysely<Database>): Promise<void> {
  for (let from = 0; from < ARTICLES; from += BATCH) {
    const articles = Array.from({ length: BATCH }, (_, offset) => ({
      id: id(from + offset),
      campaignId: CAMPAIGN,
      officeId: 'baodi',
      lineId: 'publicity' as const,
      activityId: null,
      title: sentence(9),
      summary: sentence(30),
      place: null,
      happenedOn: day(from + offset),
      sortOn: day(from + offset),
      cover: 'null',
      blocks: JSON.stringify(Array.from({ length: 6 }, () => ({ kind: 'paragraph', spans: [{ text: sentence(50) }] }))),
    }));
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('article').values(articles).execute();
      await indexArticles(trx, articles.map((article) => article.id));
    });
  }
}

async function tookOf(work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < CALLS; turn += 1) took.push((await timed(() => work(turn))).took);
  // The first ones plan and warm.
  return took.slice(CALLS / 10);
}

/** Of how many articles a word is in the index. */
async function spread(url: string, asked: string): Promise<number> {
  const [row] = await run(url, 'select count(*)::integer as count from search_body where words @@ $1::tsquery', [`'${asked}'`]);
  return Number(row?.count);
}

async function main(): Promise<void> {
  const postgres = await openBenchPostgres();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void postgres.stop().finally(() => process.exit(1)));
  try {
    say('PostgreSQL', postgres.version);
    const url = await postgres.create('bench_search');
    const store = openPostgres(url, { poolSize: 1, onIdleError: () => undefined });
    try {
      await prepareStore(store, { ...readConfiguration({}), campaignFolder: join('campaigns', CAMPAIGN) });
      await fill(store.db);
      await run(url, 'vacuum analyze');
      const context = { db: store.db, campaign: await readCampaign(store.db, CAMPAIGN) } as Context<'search.find'>;
      say('articles', ARTICLES);
      const byKey = await tookOf((turn) => findArticle(store.db, id((turn * 7_919) % ARTICLES)));
      const base = quantile(byKey, 0.99);
      say('one article by its key: median · p99', `${ms(quantile(byKey, 0.5))} · ${ms(base)}`);
      for (const rank of [0, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 19_000]) {
        const asked = vocabulary.slice(rank, rank + 3);
        const took = await tookOf(async (turn) => {
          const page = await findWords(context, { words: asked[turn % asked.length] ?? '', kind: undefined, cursor: undefined });
          if (page instanceof Refusal) throw new Error(page.message);
        });
        const p99 = quantile(took, 0.99);
        say(`a word that ${await spread(url, asked[0] ?? '')} articles have: median · p99 · p99 ÷ p99 by key`, `${ms(quantile(took, 0.5))} · ${ms(p99)} · ${(p99 / base).toFixed(1)}`);
      }
    } finally {
      await store.close();
    }
  } finally {
    await postgres.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof BenchTrouble ? error.message : error);
  process.exit(1);
});
