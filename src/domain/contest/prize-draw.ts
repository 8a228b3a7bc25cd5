import { hashOf, keyedHash } from './chance';

// Every entrant who passed has a ticket; the smallest tickets win. A ticket follows from the seed, which was fixed before
// the contest, and from the list of all who passed, which was not, so nobody could choose the winners; the seed is told
// only after the draw, so whoever could still change the list does not know whom that would help. Tickets are hashes,
// so every entrant is equally likely to win (ties would take 2^128 entrants).

/** One hash for the list of public codes of all who take part in the draw, in ascending order, one a line. */
export const eligibleHash = (codes: readonly string[]): string => hashOf([...codes].sort().join('\n'));

/** 64 hex digits, to be compared as text. */
export const prizeTicket = (seed: string, contestId: string, listHash: string, code: string): string =>
  keyedHash(keyedHash(seed, JSON.stringify(['prize', contestId, listHash])), code);

export interface DrawnTicket {
  readonly code: string;
  readonly ticket: string;
}

/** The winners, first prize first; all who passed when there are fewer than prizes. */
export function drawPrizes(seed: string, contestId: string, codes: readonly string[], prizes: number): DrawnTicket[] {
  const listHash = eligibleHash(codes);
  return codes
    .map((code) => ({ code, ticket: prizeTicket(seed, contestId, listHash, code) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, prizes);
}
