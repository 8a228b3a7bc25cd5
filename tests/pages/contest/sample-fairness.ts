import type { FairnessView } from '../../../src/contract/contest/fairness';
import { bankHash, drawPaper, seedHash, wordsHash, type BankItem, type BlueprintRow } from '../../../src/domain/contest/paper';
import { drawPrizes, eligibleHash } from '../../../src/domain/contest/prize-draw';

const seed = 'a'.repeat(64);
const contestId = 'quiz';
const nonce = '0'.repeat(32);
const blueprint: BlueprintRow[] = [{ topicId: null, type: 'single', difficulty: null, count: 3, points: 5 }];
const bank: BankItem[] = Array.from({ length: 8 }, (_, index) => ({
  id: `q-${index}`,
  topicId: 'basics',
  type: 'single',
  difficulty: 1,
  optionCount: 4,
  words: wordsHash(`题 ${index}`, ['甲', '乙', '丙', '丁']),
}));

/** The codes of all who took part in the draw. */
export const eligibleCodes = Array.from({ length: 600 }, (_, index) => (index + 4096).toString(16).padStart(16, '0'));

const winners = drawPrizes(seed, contestId, eligibleCodes, 3).map(({ code, ticket }, index) => ({
  place: index + 1,
  code,
  ticket,
  name: `中奖者 ${index + 1}`,
}));

/** Took part and did not win. */
export const ownCode = eligibleCodes.find((code) => winners.every((winner) => winner.code !== code)) ?? '';

export const announced: FairnessView = {
  contestId,
  title: '“质量月”知识竞赛',
  phase: 'open',
  opensAt: '2017-09-07T09:00:00+08:00',
  closesAt: '2017-09-28T18:00:00+08:00',
  appealsUntil: '2017-09-30',
  commitment: { seedHash: seedHash(seed), bankHash: bankHash(contestId, blueprint, bank), committedAt: '2017-09-01T08:00:00+08:00' },
  prizeCount: winners.length,
  revealed: null,
  mine: null,
  prizes: null,
};

const paper = drawPaper(seed, { contestId, entrantCode: ownCode, attemptNumber: 1, nonce }, blueprint, bank);

/** After closing and the draw, everything as it should be. */
export const revealed = {
  ...announced,
  phase: 'closed',
  revealed: { seed, blueprint, bank, keyHashes: ['b'.repeat(64)] },
  mine: { code: ownCode, papers: [{ attemptNumber: 1, nonce, paper }], eligible: true },
  prizes: {
    drawnAt: '2017-10-01T09:00:00+08:00',
    eligibleCount: eligibleCodes.length,
    eligibleHash: eligibleHash(eligibleCodes),
    winners,
  },
} as const satisfies FairnessView;
