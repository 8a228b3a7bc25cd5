import { Fragment } from 'react';
import { Heading } from '../../components/heading';
import { LinkList } from '../../components/controls/link-list';
import type { ActivityPage } from '../../contract/activity/activity';
import { openArticle } from '../../platform/reading/open-article';
import { openShelf, shelfNames } from './shelf';

/** The latest of what the activity has to read, besides its news. */
export function Shelves({ activity: { id, shelves } }: { activity: ActivityPage }) {
  return (
    <>
      {shelves.map(({ of, articles }) => (
        <Fragment key={of}>
          <Heading text={shelfNames[of]} more={{ text: '全部', label: `全部${shelfNames[of]}`, onPress: () => openShelf(of, id) }} />
          <LinkList
            links={articles.map((article) => ({
              id: article.id,
              icon: of === 'lesson' ? 'book' : 'document',
              title: article.title,
              text: article.summary,
              onPress: () => openArticle(article),
            }))}
          />
        </Fragment>
      ))}
    </>
  );
}
