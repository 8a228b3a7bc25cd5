import type { AttemptRow, BestResult, Entry, MyContest } from '../../../src/contract/contest/contest';
import type { PersonView } from '../../../src/contract/session';
import { chinaIso } from '../../../src/domain/china-time';
import type { ContestSettings } from '../../campaign/schema';
import { isAccepting } from '../../contest/close-attempt';
import { isReleased } from '../../contest/settings';
import type { AttemptOutline, StoredEntrant, StoredEntry } from '../../storage/contest/entrant-store';
import { attemptsLeftOf } from './contest-rules';

const GROUP_CODE_LENGTH = 4;

const nobodysEntry: StoredEntry = { nameChoice: 'anonymous', name: null, enterpriseCode: null, enterpriseName: null, officeId: null, groupId: null };

export const groupCode = (groupId: string): string => groupId.slice(0, GROUP_CODE_LENGTH).toUpperCase();

export const entryView = ({ nameChoice, name, enterpriseCode, enterpriseName, officeId, groupId }: StoredEntry): Entry => ({
  nameChoice,
  name,
  enterprise: enterpriseCode === null || enterpriseName === null ? null : { name: enterpriseName, creditCode: enterpriseCode },
  officeId,
  groupCode: groupId === null ? null : groupCode(groupId),
});

/** The attempt that can still be gone on with. */
export const openAttemptId = (contest: ContestSettings, entrant: StoredEntrant | undefined, now: Date): string | null =>
  entrant?.attempts.find((attempt) => isAccepting(attempt, contest.graceSeconds, now))?.id ?? null;

/** Null until results are released. */
export const bestResult = (contest: ContestSettings, entrant: StoredEntrant | undefined, now: Date): BestResult | null =>
  entrant?.best && isReleased(contest.results, contest, now) ? { ...entrant.best, passed: entrant.passed } : null;

function attemptRow({ id, number, state, startedAt, submittedAt, score }: AttemptOutline, contest: ContestSettings, now: Date): AttemptRow {
  const told = score !== null && isReleased(contest.results, contest, now) ? score : null;
  return {
    ...{ id, number, state },
    startedAt: chinaIso(startedAt),
    submittedAt: submittedAt && chinaIso(submittedAt),
    score: told,
    passed: told === null ? null : told >= contest.passMark,
  };
}

/** How a person stands in the contest, who may not have taken part yet. */
export function myContest(contest: ContestSettings, person: PersonView, entrant: StoredEntrant | undefined, now: Date): MyContest {
  const attempts = entrant?.attempts ?? [];
  const left = attemptsLeftOf(contest, attempts, now);
  return {
    entry: entryView(entrant ?? nobodysEntry),
    ranked: entrant?.ranked ?? person.kind !== 'guest',
    attemptsLeftToday: left.today,
    attemptsLeft: left.inAll,
    openAttemptId: openAttemptId(contest, entrant, now),
    attempts: attempts.map((attempt) => attemptRow(attempt, contest, now)),
    best: bestResult(contest, entrant, now),
  };
}
