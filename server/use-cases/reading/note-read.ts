import { refuse } from '../../refusal';
import { addReader, countReaders } from '../../storage/search/reading-store';
import { findArticle } from '../../storage/stores/article-store';
import type { UseCase } from '../../use-case';

export const noteRead: UseCase<'article.note-read'> = async ({ db, caller }, { id }) => {
  const article = await findArticle(db, id);
  if (!article || article.withdrawn) return refuse('not_found', '没有找到这篇文章，可能已经撤下。');
  if (caller.person.kind !== 'guest') await addReader(db, id, caller.person.id);
  return { readers: await countReaders(db, id) };
};
