import { listActivityWords, listTags } from '../../storage/search/search-store';
import type { UseCase } from '../../use-case';

const TAGS = 6;
const ACTIVITIES = 6;

export const suggestWords: UseCase<'search.suggest'> = async ({ db, campaign }) => {
  const [tags, activities] = await Promise.all([listTags(db, campaign.id, TAGS), listActivityWords(db, campaign.id)]);
  const names = activities.map(({ shortTitle }) => shortTitle).filter((name) => !tags.includes(name));
  return { words: [...tags, ...names.slice(0, ACTIVITIES)] };
};
