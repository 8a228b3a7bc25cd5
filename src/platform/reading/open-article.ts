import type { ArticleKind } from '../../contract/article';
import { open } from '../navigation';

/** Opens an article where its kind is read: a lesson with its progress and check, anything else as it stands. */
export function openArticle({ id, kind }: { readonly id: string; readonly kind: ArticleKind }): void {
  open(kind === 'lesson' ? '/activities/lesson/index' : '/pages/article/index', { id });
}
