import { useState } from 'react';
import { ArticleRow } from '../../components/rows/article-row';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import type { ArticleRow as Article } from '../../contract/article';
import { BlockList } from '../../frame/block-list';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useShare } from '../../hooks/use-share';
import { address, open } from '../../platform/navigation';
import { sectionChoices } from '../shared/section-choices';
import { useArticles } from '../shared/use-articles';

const titles = { news: '活动动态', advisory: '消费提示' } as const;

const openArticle = (id: string) => {
  open('/pages/article/index', { id });
};

const drawArticle = (article: Article) => <ArticleRow key={article.id} article={article} onOpen={openArticle} />;

/** All news or all advisories of one activity. */
export default function ArticlesPage() {
  const { activity = '', kind: wanted } = useParameters();
  const kind = wanted === 'advisory' ? 'advisory' : 'news';
  const [section, setSection] = useState<string>();
  const { pages, sections } = useArticles({ kind, activityId: activity, section });
  const title = titles[kind];
  useShare(title, address('/activities/articles/index', { activity, kind }));

  return (
    <Page title={title}>
      {sections === null || sections.length < 2 ? null : <ChoiceRow label='分类' all='全部' choices={sectionChoices(sections)} chosen={section} onChoose={setSection} />}
      <BlockList pages={pages} empty={<Empty icon='news' title={`还没有${title}`} text='单位发布之后，会显示在这里。' />}>
        {drawArticle}
      </BlockList>
    </Page>
  );
}
