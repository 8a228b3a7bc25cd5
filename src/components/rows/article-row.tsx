import type { ArticleRow as Article } from '../../contract/article';
import { DatedRow } from './dated-row';
import { lineHues, Tag } from '../tag';

interface ArticleRowProps {
  readonly article: Article;
  /** It stands above newer ones. */
  readonly pinned?: boolean;
  readonly onOpen: (id: string) => void;
}

export function ArticleRow({ article: { id, title, happenedOn, month, lineId, lineName, officeName }, pinned = false, onOpen }: ArticleRowProps) {
  const tags = (
    <>
      {pinned ? <Tag text='置顶' hue='grey' /> : null}
      <Tag text={lineName} hue={lineHues[lineId]} />
    </>
  );
  return <DatedRow date={happenedOn ?? month} title={title} tags={tags} note={officeName} onPress={() => onOpen(id)} />;
}
