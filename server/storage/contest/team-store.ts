import { sql, type Transaction } from 'kysely';
import type { Database } from '../tables';
import type { TeamKind } from './board-store';

/** Until the transaction ends nobody else counts. False when somebody does. */
export async function lockTeamCount(trx: Transaction<Database>, contestId: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(hashtext('count teams'), hashtext(${contestId})) as locked`.execute(trx);
  return rows[0]?.locked ?? false;
}

export interface TeamRules {
  readonly kinds: readonly TeamKind[];
  /** A team's result is the mean of so many of its best members. */
  readonly best: number;
  readonly minimum: number;
}

/** One number for all that the boards of teams are counted from, so that nothing is counted when nothing has changed. */
export async function readTeamsFingerprint(trx: Transaction<Database>, contestId: string, { kinds, best, minimum }: TeamRules): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    select concat_ws('/', ${[...kinds].sort().join()}::text, ${best}::integer, ${minimum}::integer, count(*), sum(hashtextextended(
      jsonb_build_array(id, best_score, best_ms, best_at, enterprise_code, enterprise_name, office_id, group_id)::text, 0)), (
        select sum(hashtextextended(jsonb_build_array(office.id, office.name)::text, 0)) from office join contest using (campaign_id) where contest.id = ${contestId}
      )) as fingerprint
    from contest_entrant
    where contest_id = ${contestId} and ranked and best_score is not null
      and (enterprise_code is not null or office_id is not null or group_id is not null)`.execute(trx);
  return rows[0]?.fingerprint ?? '';
}

/** What the teams were counted from last; null before the first time. */
export async function findTeamsFingerprint(trx: Transaction<Database>, contestId: string): Promise<string | null> {
  return (await trx.selectFrom('contest').select('teamsFingerprint').where('id', '=', contestId).executeTakeFirstOrThrow()).teamsFingerprint;
}

export async function keepTeamsCounted(trx: Transaction<Database>, contestId: string, teamsFingerprint: string, teamsCountedAt: Date): Promise<void> {
  await trx.updateTable('contest').set({ teamsFingerprint, teamsCountedAt }).where('id', '=', contestId).execute();
}

/**
 * Counts the boards of teams as `teamResult` and `compareTeams` say, in place of what was counted before. An enterprise is
 * called as most of its members spell it, or as the first of them did.
 *
 * @returns how many teams are shown
 */
export async function replaceTeams(trx: Transaction<Database>, contestId: string, { kinds, best, minimum }: TeamRules): Promise<number> {
  await trx.deleteFrom('contestTeam').where('contestId', '=', contestId).execute();
  const { numAffectedRows } = await sql`
    with entrant as (
      select * from contest_entrant where contest_id = ${contestId} and ranked and best_score is not null
    ), member as (
      select 'enterprises' as kind, enterprise_code as team_id, best_score, best_ms, best_at from entrant where enterprise_code is not null
      union all
      select 'offices', office_id, best_score, best_ms, best_at from entrant where office_id is not null
      union all
      select 'groups', group_id, best_score, best_ms, best_at from entrant where group_id is not null
    ), placed as (
      select kind, team_id, best_score, best_ms, row_number() over (partition by kind, team_id order by best_score desc, best_ms, best_at) as place
      from member where kind = any(${kinds})
    ), team as (
      select kind, team_id, count(*) as member_count,
        sum(best_score) filter (where place <= ${best}::integer)::double precision / least(count(*), ${best}::integer) as mean_score,
        sum(best_ms) filter (where place <= ${best}::integer)::double precision / least(count(*), ${best}::integer) as mean_ms
      from placed group by kind, team_id having count(*) >= ${minimum}::integer
    ), spelling as (
      select distinct on (enterprise_code) enterprise_code, enterprise_name
      from entrant where enterprise_code is not null
      group by enterprise_code, enterprise_name order by enterprise_code, count(*) desc, min(best_at), enterprise_name
    ), named as (
      select team.*, case kind
        when 'enterprises' then (select enterprise_name from spelling where enterprise_code = team_id)
        when 'offices' then (select office.name from office join contest using (campaign_id) where contest.id = ${contestId} and office.id = team_id)
        else '微信群 ' || upper(left(team_id, 4)) end as name
      from team
    )
    insert into contest_team (contest_id, kind, team_id, name, member_count, mean_score, mean_ms, rank)
    select ${contestId}, kind, team_id, name, member_count, mean_score, mean_ms, rank() over (partition by kind order by mean_score desc, mean_ms)
    from named where name is not null`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
