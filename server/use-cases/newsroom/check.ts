import { linkedBlocks } from '../../article/picture-links';
import { checkContent } from '../../newsroom/check-content';
import type { UseCase } from '../../use-case';

export const checkManuscript: UseCase<'manuscript.check'> = async ({ db, campaign, pictureLink }, { content }) => {
  const check = await checkContent(db, campaign, content);
  return { ...check, blocks: linkedBlocks(check.blocks, pictureLink) };
};
