import type { ContestSettings } from '../campaign/schema';
import { findTeamsFingerprint, keepTeamsCounted, lockTeamCount, readTeamsFingerprint, replaceTeams, type TeamRules } from '../storage/contest/team-store';
import type { Chore } from './chores';

const rulesOf = ({ boards, teams }: ContestSettings): TeamRules => ({ ...teams, kinds: boards.filter((kind) => kind !== 'people') });

/** Counts the boards of teams anew if anything has changed that they depend on. Returns how many teams it counted. */
export const countTeams: Chore = ({ db, contest, now }) =>
  db.transaction().execute(async (trx) => {
    if (!(await lockTeamCount(trx, contest.id))) return 0;
    const rules = rulesOf(contest);
    // Read before counting: what changes meanwhile is counted the next time.
    const fingerprint = await readTeamsFingerprint(trx, contest.id, rules);
    if (fingerprint === (await findTeamsFingerprint(trx, contest.id))) return 0;
    const counted = await replaceTeams(trx, contest.id, rules);
    await keepTeamsCounted(trx, contest.id, fingerprint, now);
    return counted;
  });
