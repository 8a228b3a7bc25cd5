import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import type { Hand, ManuscriptCheck, ManuscriptRow, ManuscriptView, VersionRow } from '../../../src/contract/newsroom/manuscript';
import { noDetails } from '../sample-article';

export const mine: Hand = { at: '2017-09-07T09:00:00+08:00', name: '张示例', mine: true };
export const hers: Hand = { at: '2017-09-07T09:12:00+08:00', name: '李示例', mine: false };

export const content: ManuscriptContent = {
  kind: 'news',
  title: '质量月专题讲座开讲',
  summary: '请专家讲“三同”。',
  markdown: '讲座于 9 月 4 日举行。\n\n企业代表参加。',
  officeId: 'donggang',
  lineId: 'service',
  activityId: null,
  tags: ['讲座'],
  happenedOn: '2017-09-04',
  place: null,
  cover: null,
  details: noDetails,
};

export const manuscript: ManuscriptView = {
  id: '0f6a3f0a-6f0b-4b57-8f57-00000000000a',
  revision: 3,
  state: 'draft',
  content,
  officeName: '东港检验检疫局',
  coverUrl: null,
  mine: true,
  may: ['save', 'submit'],
  ownWork: true,
  edited: mine,
  submitted: null,
  reviewed: null,
  publishAt: null,
  pinUntil: null,
  publishedVersion: null,
  public: null,
  withdrawn: null,
  events: [{ by: mine, kind: 'start', note: null }],
  choices: {
    offices: [
      { id: 'donggang', name: '东港检验检疫局', mine: true },
      { id: 'baodi', name: '宝坻办事处', mine: false },
    ],
    lines: [
      { id: 'publicity', name: '宣传类' },
      { id: 'service', name: '服务类' },
    ],
    activities: [{ id: 'three-sames', number: 7, title: '三同产品成果展', lineId: 'publicity' }],
    topics: [{ id: 'quality-basics', title: '质量基础' }],
    areas: [{ id: 'baodi', name: '宝坻区' }],
  },
  campaign: { name: '2017 年“质量月”', organiser: '天津出入境检验检疫局' },
};

export const manuscriptRow = (part: Partial<ManuscriptRow> = {}): ManuscriptRow => ({
  id: manuscript.id,
  kind: 'news',
  title: content.title,
  officeName: '东港检验检疫局',
  state: 'draft',
  isPublic: false,
  edited: mine,
  publishAt: null,
  pinnedUntil: null,
  waitsForMe: false,
  ...part,
});

export const versionRow = (number: number, part: Partial<VersionRow> = {}): VersionRow => ({ number, kind: 'saved', saved: mine, title: content.title, characters: 24, ...part });

export const clean: ManuscriptCheck = { blocks: [{ kind: 'paragraph', spans: [{ text: '讲座于 9 月 4 日举行。' }] }], problems: [], findings: [], missing: {} };
