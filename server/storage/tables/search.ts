import type { ArticleKind } from '../../../src/contract/article';

export interface SearchTables {
  searchTitle: SearchTable;
  searchText: SearchTextTable;
  searchBody: SearchTable;
}

export interface ReadingTables {
  articleReadership: ArticleReadershipTable;
  articleReader: ArticleReaderTable;
}

/** Only published articles are there; what is withdrawn cannot be found. */
interface SearchTable {
  articleId: string;
  campaignId: string;
  kind: ArticleKind;
  sortOn: string;
  /** A tsvector, as `titleWords`: written and compared, never read. */
  words: string;
}

/** The words of an article's title, summary, tags and the beginning of its body; those of the whole are in `searchBody`. */
interface SearchTextTable extends SearchTable {
  titleWords: string;
}

interface ArticleReadershipTable {
  articleId: string;
  /** Those who have deleted themselves since are among them. */
  readers: number;
}

interface ArticleReaderTable {
  articleId: string;
  personId: string;
}
