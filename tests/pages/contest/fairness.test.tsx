import { ok, stage } from '../../support/taro/taro';
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { FairnessView } from '../../../src/contract/contest/fairness';
import FairnessPage from '../../../src/contest/fairness';
import { drawPrizesInBreaths } from '../../../src/contest/fairness/checks';
import { drawPrizes, eligibleHash } from '../../../src/domain/contest/prize-draw';
import { announced, eligibleCodes, ownCode, revealed } from './sample-fairness';

async function openFairness(view: FairnessView) {
  stage.answer('contest.fairness', () => ok(view));
  render(<FairnessPage />);
  await screen.findByRole('heading', { name: '赛前公布的指纹' });
}

/** The list in two pages. */
const giveCodes = (codes: readonly string[]) => {
  stage.answer('contest.eligible', ({ cursor }) =>
    cursor === undefined ? ok({ codes: codes.slice(0, 400), nextCursor: 'rest' }) : ok({ codes: codes.slice(400), nextCursor: null }),
  );
};

const recheck = () => fireEvent.click(screen.getByRole('button', { name: '重新验算' }));
const verdicts = () => Array.from(screen.getByRole('status').children).map(({ textContent }) => textContent);

beforeEach(stage.reset);

// Five checks are computed step by step; a loaded machine takes its time.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(30_000);

describe('fairness before the seed is told', () => {
  it('explains itself and publishes the hashes', async () => {
    await openFairness(announced);
    expect(screen.getByText(/^开赛前，系统随机生成一个数.*每份试卷由种子.*抽奖由种子.*奖品抽出以后公开种子，任何人都可以在这里重新算一遍。$/)).toBeTruthy();
    expect(screen.getByText(announced.commitment.seedHash)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '复制题库和组卷规则的指纹' }));
    await waitFor(() => {
      expect(stage.copied).toEqual([announced.commitment.bankHash]);
    });
  });

  it('says what will be here, and when', async () => {
    await openFairness(announced);
    expect(screen.getByText(/^竞赛 9 月 28 日 18:00 结束。申诉 9 月 30 日截止；申诉处理完、奖品抽出以后，这里公开种子.*可以重新验算。$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '重新验算' })).toBeNull();
  });

  it('says after the closing that the draw comes first', async () => {
    await openFairness({ ...announced, phase: 'closed' });
    expect(screen.getByText(/^竞赛已结束。申诉 9 月 30 日截止；申诉处理完、奖品抽出以后，这里公开种子.*可以重新验算。$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '重新验算' })).toBeNull();
  });

  it('says nothing of a draw where there are no prizes', async () => {
    await openFairness({ ...announced, prizeCount: 0 });
    expect(screen.queryByText(/抽奖|奖品/)).toBeNull();
    expect(screen.getByText(/^竞赛 9 月 28 日 18:00 结束。结束后，这里公开种子/)).toBeTruthy();
  });
});

describe('recomputing once the seed is told', () => {
  it('finds papers and winners to follow from the seed', async () => {
    giveCodes(eligibleCodes);
    await openFairness(revealed);
    recheck();
    expect(await screen.findByText('5 项全部一致。')).toBeTruthy();
    expect(verdicts()).toEqual([
      expect.stringMatching(/种子.*一致$/),
      expect.stringMatching(/8 道题和组卷规则的指纹.*一致$/),
      expect.stringMatching(/我第 1 次答题的试卷3 道题.*一致$/),
      expect.stringMatching(/共 600 人.*您也在名单里.*一致$/),
      expect.stringMatching(/重新算出的 3 名中奖者与公布的一致。一致$/),
    ]);
  });

  const { revealed: parts, mine, prizes } = revealed;
  const [paper] = mine.papers;
  const [first, second, third] = prizes.winners;
  it.each<[string, FairnessView, number]>([
    ['another seed', { ...revealed, commitment: { ...revealed.commitment, seedHash: 'c'.repeat(64) } }, 0],
    ['a question changed', { ...revealed, revealed: { ...parts, bank: parts.bank.map((item, index) => (index === 0 ? { ...item, words: 'd' } : item)) } }, 1],
    ['another paper', { ...revealed, mine: { ...mine, papers: [{ ...paper, paper: [...paper.paper].reverse() }] } }, 2],
    ['one more in the list', { ...revealed, prizes: { ...prizes, eligibleCount: 601 } }, 3],
    ['winners in another order', { ...revealed, prizes: { ...prizes, winners: [second, first, third].flatMap((winner) => winner ?? []) } }, 4],
  ])('finds %s', async (_, view, index) => {
    giveCodes(eligibleCodes);
    await openFairness(view);
    recheck();
    expect(await screen.findByText(/^有一项不一致。请截屏/)).toBeTruthy();
    expect(verdicts()[index]).toMatch(/不一致$/);
  });

  it('finds that a person who is eligible was left out', async () => {
    const codes = eligibleCodes.filter((code) => code !== ownCode);
    giveCodes(codes);
    await openFairness({ ...revealed, prizes: { ...prizes, eligibleCount: codes.length, eligibleHash: eligibleHash(codes) } });
    recheck();
    expect(await screen.findByText('您符合条件，却不在名单里。')).toBeTruthy();
  });

  it('does not take a broken network for a wrong draw, and goes on when asked again', async () => {
    await openFairness(revealed);
    recheck();
    expect(await screen.findByText('有一项因为网络原因没有验算，请再算一遍。')).toBeTruthy();
    expect(verdicts()[4]).toMatch(/没有验算$/);
    giveCodes(eligibleCodes);
    fireEvent.click(screen.getByRole('button', { name: '再算一遍' }));
    expect(await screen.findByText('5 项全部一致。')).toBeTruthy();
  });

  it('leaves out what there is nothing of', async () => {
    await openFairness({ ...revealed, mine: null, prizeCount: 0, prizes: null });
    expect(screen.getByText(/您没有参赛记录，不验算试卷。$/)).toBeTruthy();
    recheck();
    expect(await screen.findByText('2 项全部一致。')).toBeTruthy();
  });

  it('draws in pieces what the rule draws at once', async () => {
    const told: number[] = [];
    const drawn = await drawPrizesInBreaths('seed', 'quiz', eligibleCodes, 20, (count) => told.push(count));
    expect(drawn).toEqual(drawPrizes('seed', 'quiz', eligibleCodes, 20));
    expect(told).toEqual([250, 500, 600]);
  });
});

describe('the winners', () => {
  it('are listed with their codes, and a loser’s ticket stands beside the last winning one', async () => {
    await openFairness(revealed);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByText(/我的抽奖号 [0-9a-f]{12}…，排在最后一个中奖号 [0-9a-f]{12}… 之后，这次没有中奖/)).toBeTruthy();
  });

  it('show a winner one’s own place', async () => {
    const winner = revealed.prizes.winners[1];
    await openFairness({ ...revealed, mine: { ...revealed.mine, code: winner?.code ?? '' } });
    expect(screen.getByText(/排在第 2，中奖了，祝贺您/)).toBeTruthy();
    expect(screen.getByText('中奖者 2（我）')).toBeTruthy();
  });

  it('tell why somebody was not in the draw', async () => {
    await openFairness({ ...revealed, mine: { ...revealed.mine, eligible: false } });
    expect(screen.getByText(/您不在抽奖名单里/)).toBeTruthy();
  });
});
