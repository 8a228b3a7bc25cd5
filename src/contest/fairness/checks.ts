import type { FairnessView, PrizeDrawView } from '../../contract/contest/fairness';
import { bankHash, drawPaper, seedHash, type PaperQuestion } from '../../domain/contest/paper';
import { eligibleHash, prizeTicket, type DrawnTicket } from '../../domain/contest/prize-draw';
import type { CallResult } from '../../platform/call';

/** A contest from whose seed nothing is drawn any more, with everything that was kept back until then. */
export type RevealedView = FairnessView & { readonly revealed: NonNullable<FairnessView['revealed']> };

export interface Finding {
  /** `unread`: what it needs did not come over the network. */
  readonly verdict: 'right' | 'wrong' | 'unread';
  readonly words: string;
}

/** One thing that can be recomputed. `tell` hears how far a long one has come. */
export interface Check {
  readonly title: string;
  readonly run: (tell: (progress: string) => void) => Promise<Finding>;
}

type ReadCodes = (cursor: string | undefined) => Promise<CallResult<{ readonly codes: readonly string[]; readonly nextCursor: string | null }>>;

const right = (words: string): Finding => ({ verdict: 'right', words });
const wrong = (words: string): Finding => ({ verdict: 'wrong', words });

/**
 * Everything that was promised before the contest, as far as this caller can recompute it: nothing here believes what
 * the server says of itself, all of it follows from the revealed seed.
 */
export function checksOf(view: RevealedView, readCodes: ReadCodes): readonly Check[] {
  const { commitment, revealed, contestId, mine, prizes } = view;
  return [
    {
      title: '种子就是赛前公布的那一个',
      run: () =>
        Promise.resolve(
          seedHash(revealed.seed) === commitment.seedHash ? right('重新算出的指纹与赛前公布的一致。') : wrong('重新算出的指纹与赛前公布的不一致。'),
        ),
    },
    {
      title: '题库和组卷规则没有改动',
      run: () =>
        Promise.resolve(
          bankHash(contestId, revealed.blueprint, revealed.bank) === commitment.bankHash
            ? right(`${revealed.bank.length} 道题和组卷规则的指纹与赛前公布的一致。`)
            : wrong('重新算出的指纹与赛前公布的不一致。'),
        ),
    },
    ...(mine?.papers ?? []).map(({ attemptNumber, nonce, paper }) => ({
      title: `我第 ${attemptNumber} 次答题的试卷`,
      run: async () => {
        await breath();
        const drawn = drawPaper(revealed.seed, { contestId, entrantCode: mine?.code ?? '', attemptNumber, nonce }, revealed.blueprint, revealed.bank);
        return isSamePaper(drawn, paper)
          ? right(`${paper.length} 道题、题目顺序和选项顺序，都与由种子重新抽出的一致。`)
          : wrong('与由种子重新抽出的试卷不一致。');
      },
    })),
    ...(prizes === null ? [] : prizeChecks(view, prizes, readCodes)),
  ];
}

function prizeChecks({ revealed, contestId, mine, prizeCount }: RevealedView, prizes: PrizeDrawView, readCodes: ReadCodes): readonly Check[] {
  let codes: readonly string[] | null = null;
  return [
    {
      title: '参加抽奖的名单',
      run: async (tell) => {
        const read = await readAll(readCodes, (count) => {
          tell(`已取得 ${count}/${prizes.eligibleCount} 人`);
        });
        if (!read.ok) return { verdict: 'unread', words: read.error.message };
        await breath();
        if (read.data.length !== prizes.eligibleCount || eligibleHash(read.data) !== prizes.eligibleHash) {
          return wrong('名单与抽奖时记下的人数或指纹不一致。');
        }
        codes = read.data;
        if (mine?.eligible === true && !codes.includes(mine.code)) return wrong('您符合条件，却不在名单里。');
        return right(`共 ${codes.length} 人，与抽奖时记下的指纹一致${mine?.eligible === true ? '，您也在名单里' : ''}。`);
      },
    },
    {
      title: '抽奖结果',
      run: async (tell) => {
        if (codes === null) return { verdict: 'unread', words: '没有核实过的名单，这一步没有验算。' };
        const drawn = await drawPrizesInBreaths(revealed.seed, contestId, codes, prizeCount, (count) => {
          tell(`已算出 ${count}/${prizes.eligibleCount} 个抽奖号`);
        });
        return isSameDraw(drawn, prizes.winners)
          ? right(`重新算出的 ${drawn.length} 名中奖者与公布的一致。`)
          : wrong('重新算出的中奖者与公布的不一致。');
      },
    },
  ];
}

async function readAll(readCodes: ReadCodes, tell: (count: number) => void): Promise<CallResult<readonly string[]>> {
  const codes: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readCodes(cursor);
    if (!page.ok) return page;
    codes.push(...page.data.codes);
    tell(codes.length);
    cursor = page.data.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { ok: true, data: codes };
}

const TICKETS_IN_ONE_BREATH = 250;

/** `drawPrizes`, with pauses in which the page stays alive: a ticket takes a fraction of a millisecond, a list many. */
export async function drawPrizesInBreaths(
  seed: string,
  contestId: string,
  codes: readonly string[],
  prizes: number,
  tell: (count: number) => void,
): Promise<DrawnTicket[]> {
  const listHash = eligibleHash(codes);
  let best: DrawnTicket[] = [];
  for (let start = 0; start < codes.length; start += TICKETS_IN_ONE_BREATH) {
    await breath();
    const tickets = codes.slice(start, start + TICKETS_IN_ONE_BREATH).map((code) => ({ code, ticket: prizeTicket(seed, contestId, listHash, code) }));
    best = [...best, ...tickets].sort((a, b) => (a.ticket < b.ticket ? -1 : 1)).slice(0, prizes);
    tell(Math.min(codes.length, start + TICKETS_IN_ONE_BREATH));
  }
  return best;
}

const breath = (): Promise<void> => new Promise((done) => setTimeout(done));

// Field by field: in the server's JSON the fields may stand in another order.
const isSamePaper = (drawn: readonly PaperQuestion[], given: readonly PaperQuestion[]): boolean =>
  drawn.length === given.length &&
  drawn.every(({ id, points, optionOrder }, index) => {
    const other = given[index];
    return other?.id === id && other.points === points && other.optionOrder.join() === optionOrder.join();
  });

const isSameDraw = (drawn: readonly DrawnTicket[], winners: PrizeDrawView['winners']): boolean =>
  drawn.length === winners.length &&
  drawn.every(({ code, ticket }, index) => {
    const winner = winners[index];
    return winner?.place === index + 1 && winner.code === code && winner.ticket === ticket;
  });
