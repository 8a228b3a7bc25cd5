import type { VersionRow } from '../../../src/contract/newsroom/manuscript';
import { notFound, findInSight } from '../../newsroom/open-manuscript';
import { refuse, Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { namesOf } from '../../storage/newsroom/manuscript-store';
import { findVersion, listVersions, type StoredVersionRow } from '../../storage/newsroom/version-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { handOf } from './manuscript-view';

const rowOf = ({ number, kind, savedBy, savedAt, title, characters }: StoredVersionRow, hand: ReturnType<typeof handOf>): VersionRow => ({
  ...{ number, kind, saved: hand(savedBy, savedAt), title, characters },
});

export const listManuscriptVersions: UseCase<'manuscript.versions'> = async (context, { id, cursor }) => {
  const after = pageStart(cursorKinds.serialNumber, cursor);
  if (after instanceof Refusal) return after;
  if (!(await findInSight(context.db, context, id))) return notFound();
  const { rows, nextCursor } = await listVersions(context.db, id, after);
  const hand = handOf(await namesOf(context.db, context.campaign.id, rows.map(({ savedBy }) => savedBy)), context);
  return { versions: rows.map((row) => rowOf(row, hand)), nextCursor };
};

export const getManuscriptVersion: UseCase<'manuscript.version'> = async (context, { id, number }) => {
  const manuscript = await findInSight(context.db, context, id);
  const version = manuscript && (await findVersion(context.db, id, number));
  if (!version) return refuse('not_found', '没有找到这个版本。');
  const names = await namesOf(context.db, context.campaign.id, [version.savedBy]);
  return { ...rowOf(version, handOf(names, context)), content: version.content };
};
