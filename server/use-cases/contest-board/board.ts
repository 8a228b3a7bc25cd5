import type { BoardRow, BoardView } from '../../../src/contract/contest/board';
import { chinaIso } from '../../../src/domain/china-time';
import type { ContestSettings } from '../../campaign/schema';
import { contestOf, isReleased } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import * as store from '../../storage/contest/board-store';
import type { Context, UseCase } from '../../use-case';
import { questionCountOf } from '../contest/contest-rules';
import { boardPage, PAGE_ROWS, pageOffset } from './board-page';
import { personRow, teamIdOf, teamRow } from './board-rows';
import { standingOf } from './standing';

type BoardContext = Context<'contest.board'>;
type Listed = Pick<BoardView, 'rows' | 'nextCursor' | 'total' | 'countedAt' | 'own'>;

const nothing: Listed = { rows: [], nextCursor: null, total: 0, countedAt: null, own: null };

async function findCaller({ db, caller: { person } }: BoardContext, contestId: string): Promise<store.BoardCaller | undefined> {
  return person ? store.findBoardCaller(db, contestId, person.id) : undefined;
}

async function ownRow({ db }: BoardContext, contestId: string, order: store.BoardOrder, entrant: store.BoardCaller): Promise<BoardRow | null> {
  const { score, correctCount, usedMs } = entrant;
  if (!entrant.ranked || score === null || correctCount === null || usedMs === null) return null;
  if (order === 'overall') {
    const standing = await standingOf(db, contestId, entrant);
    return standing && personRow({ ...entrant, ...standing }, entrant.id);
  }
  const rank = await store.countRank(db, contestId, entrant.id, order);
  return rank === undefined ? null : personRow({ ...entrant, rank, score, correctCount, usedMs }, entrant.id);
}

async function people(context: BoardContext, { id, passMark }: ContestSettings, order: store.BoardOrder, offset: number): Promise<Listed> {
  const { db } = context;
  const [rows, total, entrant] = await Promise.all([
    store.listPeople(db, id, order, { offset, limit: PAGE_ROWS + 1 }),
    store.countRanked(db, id, order === 'fastest' ? passMark : 0),
    findCaller(context, id),
  ]);
  const page = boardPage(rows, offset);
  return {
    rows: page.rows.map((row) => personRow(row, entrant?.id)),
    nextCursor: page.nextCursor,
    total,
    countedAt: null,
    own: entrant && offset === 0 ? await ownRow(context, id, order, entrant) : null,
  };
}

async function teams(context: BoardContext, { id }: ContestSettings, kind: store.TeamKind, offset: number): Promise<Listed> {
  const { db } = context;
  const [rows, { total, countedAt }, entrant] = await Promise.all([
    store.listTeams(db, id, kind, { offset, limit: PAGE_ROWS + 1 }),
    store.readTeamCount(db, id, kind),
    findCaller(context, id),
  ]);
  const ownId = entrant?.ranked ? teamIdOf(entrant, kind) : null;
  const own = ownId !== null && offset === 0 ? await store.findTeam(db, id, kind, ownId) : undefined;
  const page = boardPage(rows, offset);
  return {
    rows: page.rows.map((row) => teamRow(row, ownId)),
    nextCursor: page.nextCursor,
    total,
    countedAt: countedAt && chinaIso(countedAt),
    own: own ? teamRow(own, ownId) : null,
  };
}

export const board: UseCase<'contest.board'> = async (context, { kind, order, cursor }) => {
  const contest = contestOf(context.campaign);
  if (contest instanceof Refusal) return contest;
  if (!contest.boards.includes(kind)) return refuse('not_found', '本次竞赛没有这个榜单。');
  const offset = pageOffset(cursor);
  if (offset instanceof Refusal) return offset;
  const released = isReleased(contest.results, contest, context.now);
  const list = kind === 'people' ? () => people(context, contest, order, offset) : () => teams(context, contest, kind, offset);
  return {
    title: contest.title,
    boards: contest.boards,
    questionCount: questionCountOf(contest),
    teams: contest.teams,
    ...(released ? await list() : nothing),
    hidden: released ? null : '成绩在竞赛结束后一并公布，届时就能看到榜单。',
  };
};
