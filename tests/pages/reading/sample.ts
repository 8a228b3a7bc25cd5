import type { ReadArticle } from '../../../src/contract/reading';
import { article as row, noDetails } from '../sample-article';

/** An article as it is read, with everything that stands around it. */
export const readArticle = (changes: Partial<ReadArticle> = {}): ReadArticle => ({
  ...row,
  officeFullName: '东港检验检疫局',
  place: null,
  activity: { id: 'seminars', number: 13, title: '专家讲座' },
  details: noDetails,
  tags: [],
  blocks: [
    { kind: 'paragraph', spans: [{ text: '讲座讲“三同”，见' }, { text: '活动', link: '/pages/activities/index' }] },
    { kind: 'picture', url: '/pictures/a-750.webp', full: '/pictures/a-1125.webp', alt: '讲座现场', width: 1200, height: 800 },
  ],
  organiser: '天津检验检疫局',
  campaignName: '2017 年“质量月”',
  related: [{ ...row, id: 'another', title: '另一场讲座' }],
  readers: 7,
  ...changes,
});
