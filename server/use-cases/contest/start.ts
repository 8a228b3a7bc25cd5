import { inChina, monthDayTime } from '../../../src/domain/china-time';
import { entrantCode } from '../../../src/domain/contest/entrant-code';
import { drawPaper } from '../../../src/domain/contest/paper';
import { deadlineOf } from '../../../src/domain/contest/window';
import type { AttemptView } from '../../../src/contract/contest/attempt';
import type { ContestSettings } from '../../campaign/schema';
import { closeAttempt, isAccepting } from '../../contest/close-attempt';
import { adoptFormerEntrant } from '../../contest/former-entrant';
import { contestOf } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { findOwnAttempt, insertAttempt } from '../../storage/contest/attempt-store';
import { findBankHash } from '../../storage/contest/contest-store';
import { findEntrant, type AttemptOutline, type StoredEntrant } from '../../storage/contest/entrant-store';
import type { Context, UseCase } from '../../use-case';
import { attemptView } from './attempt-view';
import { attemptsLeftOf, phaseOf } from './contest-rules';

// Each time round another call of the same person was first.
const TRIES = 10;
const MINUTE = 60_000;

const notOpen = ({ opensAt, closesAt }: ContestSettings, phase: 'before' | 'closed'): Refusal =>
  refuse('contest_not_open', phase === 'before' ? `竞赛 ${monthDayTime(opensAt)} 开始，请到时再来。` : `竞赛已于 ${monthDayTime(closesAt)} 结束。`);

function noneLeft({ attemptsPerDay, attemptsInAll, closesAt }: ContestSettings, left: { readonly inAll: number }, now: Date): Refusal {
  if (left.inAll === 0) return refuse('no_attempts_left', `${attemptsInAll} 次答题机会已经全部用完。`);
  const tomorrow = inChina(now).add(1, 'day').startOf('day');
  const today = `今天的答题次数已经用完（每天 ${attemptsPerDay} 次）`;
  return refuse('no_attempts_left', tomorrow.isBefore(closesAt) ? `${today}，明天可以再来。` : `${today}。`);
}

/** Why no new attempt may start now; null when one may. */
function whyNot(contest: ContestSettings, attempts: readonly AttemptOutline[], now: Date): Refusal | null {
  const phase = phaseOf(contest, now);
  if (phase !== 'open') return notOpen(contest, phase);
  const left = attemptsLeftOf(contest, attempts, now);
  return left.today === 0 ? noneLeft(contest, left, now) : null;
}

type StartContext = Context<'contest.start'>;

async function resume({ db, caller, now, readBank }: StartContext, contest: ContestSettings, { id }: AttemptOutline): Promise<AttemptView> {
  const attempt = await findOwnAttempt(db, contest.id, caller.person.id, id);
  if (!attempt) throw new Error(`The attempt ${id} is gone.`);
  return attemptView(attempt, await readBank(db), now);
}

/** Undefined when another call was first. */
async function draw(context: StartContext, contest: ContestSettings, entrant: StoredEntrant | undefined, nonce: string): Promise<AttemptView | undefined> {
  const { db, caller: { person }, now, newId, randomBelow, readBank } = context;
  const bank = await readBank(db);
  const participant = entrant ?? { id: newId(), personId: person.id, code: entrantCode(randomBelow), ranked: person.kind !== 'guest' };
  const number = (entrant?.attempts.length ?? 0) + 1;
  const attempt = {
    id: newId(),
    number,
    paper: drawPaper(bank.seed, { contestId: contest.id, entrantCode: participant.code, attemptNumber: number, nonce }, contest.blueprint, bank.items),
    startedAt: now,
    deadlineAt: deadlineOf(now, contest.durationMinutes * MINUTE, new Date(contest.closesAt)),
  };
  const started = await insertAttempt(db, { ...attempt, contestId: contest.id, nonce, bankHash: bank.bankHash }, participant);
  return started ? attemptView({ ...attempt, state: 'open', answers: {} }, bank, now) : undefined;
}

export const startAttempt: UseCase<'contest.start'> = async (context, { nonce }) => {
  const { db, campaign, caller, now, readBank } = context;
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entrant = await findEntrant(db, contest.id, caller.person.id);
    const attempts = entrant?.attempts ?? [];
    const open = attempts.find(({ state }) => state === 'open');
    const known = attempts.find((attempt) => attempt.nonce === nonce) ?? (open && isAccepting(open, contest.graceSeconds, now) ? open : undefined);
    if (known) return resume(context, contest, known);
    const refusal = whyNot(contest, attempts, now);
    if (refusal) return refusal;
    if (open) {
      // Left behind, and the timer has not come round yet.
      const overdue = await findOwnAttempt(db, contest.id, caller.person.id, open.id);
      if (overdue?.state === 'open') await closeAttempt({ db, contest, readBank, now }, overdue, null);
      continue;
    }
    if (!entrant && (await adoptFormerEntrant(db, contest.id, caller.person.id, (await readBank(db)).seed))) continue;
    const started = await draw(context, contest, entrant, nonce);
    if (started) return started;
    const bankHash = await findBankHash(db, contest.id);
    // Loaded with another blueprint while this process runs on the former one.
    if ((await readBank(db, { bankHash })).bankHash !== bankHash) return refuse('unavailable', '服务正在更新，请稍后再试。');
  }
  return refuse('conflict');
};
