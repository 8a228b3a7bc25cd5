import type { AttemptQuestion, AttemptView, ResultQuestion, ResultView } from '../../../src/contract/contest/attempt';
import type { ContestBrief, ContestView, Entry, MyContest } from '../../../src/contract/contest/contest';

export const attemptId = '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01';

export const brief: ContestBrief = {
  id: 'sample-quiz',
  title: '“质量月”知识竞赛',
  phase: 'open',
  opensAt: '2017-09-07T09:00:00+08:00',
  closesAt: '2017-09-28T18:00:00+08:00',
  questionCount: 20,
  durationMinutes: 15,
  prizeCount: 20,
  openAttemptId: null,
  best: null,
};

export const entry: Entry = { nameChoice: 'anonymous', name: null, enterprise: null, officeId: null, groupCode: null };

export const mine: MyContest = { entry, ranked: true, attemptsLeftToday: 2, attemptsLeft: 6, openAttemptId: null, attempts: [], best: null };

export const contest: ContestView = {
  id: 'sample-quiz',
  title: '“质量月”知识竞赛',
  introduction: '限时作答，服务端计分。',
  phase: 'open',
  now: '2017-09-07T09:00:00+08:00',
  opensAt: '2017-09-07T09:00:00+08:00',
  closesAt: '2017-09-28T18:00:00+08:00',
  rules: {
    questionCount: 3,
    fullMark: 15,
    passMark: 9,
    durationMinutes: 15,
    attemptsPerDay: 2,
    attemptsInAll: 6,
    partialCredit: 'half',
    results: 'at-submission',
    explanations: 'at-submission',
    boards: ['people', 'enterprises', 'offices', 'groups'],
    teams: { best: 10, minimum: 5 },
    parts: [
      { type: 'single', count: 2, points: 9 },
      { type: 'multiple', count: 1, points: 6 },
    ],
    prizes: { count: 20, note: '从成绩合格的参赛者中抽取。' },
    appealsUntil: '2017-09-30',
  },
  offices: [
    { id: 'baodi', name: '宝坻局' },
    { id: 'donggang', name: '东港局' },
  ],
  mine,
  erratumCount: 0,
  drawn: false,
};

export const questions: readonly [AttemptQuestion, AttemptQuestion, AttemptQuestion] = [
  { id: 'q-1', type: 'single', stem: '标签应当用哪种文字？', options: ['英文', '中文'], points: 5, chosen: [] },
  { id: 'q-2', type: 'multiple', stem: '标签应当载明什么？', options: ['原产地', '代理商', '广告语'], points: 6, chosen: [] },
  { id: 'q-3', type: 'judgement', stem: '计量器具要检定。', options: ['正确', '错误'], points: 4, chosen: [] },
];

export const attempt: AttemptView = {
  id: attemptId,
  number: 1,
  state: 'open',
  startedAt: '2017-09-07T09:00:00+08:00',
  deadlineAt: '2017-09-07T09:15:00+08:00',
  remainingMs: 900_000,
  revision: 0,
  questions,
};

const source = { title: '《中华人民共和国食品安全法》（2015 年修订）', article: '第九十七条', note: null };

const told: Omit<ResultQuestion, keyof AttemptQuestion | 'chosen'> = {
  topicId: 'imported-food',
  topicTitle: '进口食品安全',
  earned: 5,
  key: [1],
  explanation: '进口的预包装食品应当有中文标签。',
  source,
  voided: false,
  appeal: null,
};

export const resultQuestions: readonly [ResultQuestion, ResultQuestion, ResultQuestion] = [
  { ...questions[0], ...told, chosen: [1] },
  { ...questions[1], ...told, chosen: [0], earned: 3, key: [0, 1] },
  { ...questions[2], ...told, chosen: [1], earned: 0, key: [0] },
];

export const result: ResultView = {
  attemptId,
  number: 1,
  contestTitle: '“质量月”知识竞赛',
  startedAt: '2017-09-07T09:00:00+08:00',
  submittedAt: '2017-09-07T09:06:12+08:00',
  closedBy: 'person',
  usedMs: 372_000,
  fullMark: 15,
  passMark: 9,
  score: { points: 8, correctCount: 1, passed: false },
  releasedAt: null,
  best: true,
  standing: { rank: 12, of: 340, score: 8, correctCount: 1, usedMs: 372_000 },
  mayAppeal: true,
  mayCertify: false,
  questions: resultQuestions,
  advice: [
    { topicId: 'imported-food', topicTitle: '进口食品安全', wrongCount: 2, request: { kindId: 'testing-consultation', kindTitle: '检测咨询', subjectId: 'food-label', subjectName: '进口食品标签' } },
    { topicId: 'quality-basics', topicTitle: '质量基础', wrongCount: 1, request: null },
  ],
};
