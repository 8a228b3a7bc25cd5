import type { BoardRow } from '../../../src/contract/contest/board';
import { shownName } from '../../../src/domain/contest/shown-name';
import type { BoardCaller, StoredPlace, StoredTeam, TeamKind } from '../../storage/contest/board-store';

export const personRow = ({ rank, id, code, nameChoice, name, score, correctCount, usedMs }: StoredPlace, callerId: string | undefined): BoardRow => ({
  rank,
  name: shownName(nameChoice, name, code),
  score,
  correctCount,
  usedMs,
  memberCount: null,
  mine: id === callerId,
});

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

export const teamRow = ({ rank, teamId, name, meanScore, meanMs, memberCount }: StoredTeam, callersTeamId: string | null): BoardRow => ({
  rank,
  name,
  score: oneDecimal(meanScore),
  correctCount: null,
  usedMs: Math.round(meanMs),
  memberCount,
  mine: teamId === callersTeamId,
});

export const teamIdOf = ({ enterpriseCode, officeId, groupId }: BoardCaller, kind: TeamKind): string | null =>
  ({ enterprises: enterpriseCode, offices: officeId, groups: groupId })[kind];
