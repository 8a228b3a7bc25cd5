import { isDeepStrictEqual } from 'node:util';
import { openManuscript } from '../../newsroom/open-manuscript';
import { brokenReferences, pictureFault } from '../../newsroom/references';
import { restoreContent } from '../../newsroom/save-content';
import { refuse, Refusal } from '../../refusal';
import { findVersion } from '../../storage/newsroom/version-store';
import type { UseCase } from '../../use-case';
import { manuscriptView } from './manuscript-view';

export const restoreVersion: UseCase<'manuscript.restore'> = async (context, { number, ...at }) => {
  const { db, caller, campaign, now } = context;
  const opened = await openManuscript(db, context, { ...at, change: 'save' });
  if (opened instanceof Refusal) return opened;
  const { manuscript } = opened;
  const version = await findVersion(db, at.id, number);
  if (!version) return refuse('not_found', '没有找到这个版本。');
  // What it says comes back, not to which office it belonged, and not a picture that the library has lost.
  const lostCover = Object.keys(await pictureFault(db, campaign, version.content)).length > 0;
  const content = { ...version.content, officeId: manuscript.content.officeId, ...(lostCover && { cover: null }) };
  if (isDeepStrictEqual(content, manuscript.content)) return manuscriptView(context, manuscript);
  if (Object.keys(await brokenReferences(db, campaign, content)).length > 0) return refuse('conflict', '这个版本提到的活动、专题或区已经不在了，不能恢复。需要的文字请复制过来。');
  return manuscriptView(context, await restoreContent(db, opened, { content, number, note: `第 ${number} 版${lostCover ? '，封面已不在图片库，没有恢复' : ''}` }, { personId: caller.person.id, at: now }));
};
