import type { ArticleDetails, ArticleRow } from '../../src/contract/article';

export const article: ArticleRow = {
  id: 'seminar',
  kind: 'news',
  title: '质量月专题讲座开讲',
  summary: '请专家讲“三同”。',
  officeName: '东港局',
  lineId: 'service',
  lineName: '服务类',
  happenedOn: '2017-09-04',
  month: '2017-09',
  section: null,
  cover: null,
};

export const noDetails: ArticleDetails = { section: null, topicId: null, areaId: null, minutes: null, media: null };
