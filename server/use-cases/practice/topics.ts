import { chinaDate } from '../../../src/domain/china-time';
import { streakDays } from '../../../src/domain/daily-question';
import { questionsPerPractice } from '../../../src/domain/draw';
import type { TopicList } from '../../../src/contract/practice';
import { findUnfinishedPractice, listDailyAnswers, listTopics, readProgress, type StoredPractice } from '../../storage/stores/practice-store';
import { countWrongQuestions } from '../../storage/stores/wrong-question-store';
import type { Context } from '../../use-case';

const nothingYet = { answeredCount: 0, correctCount: 0 };

const unfinishedView = (practice: StoredPractice | undefined): TopicList['unfinished'] =>
  practice
    ? { practiceId: practice.id, title: practice.title, answeredCount: practice.answeredCount, questionCount: practice.questionCount }
    : null;

/** @param answers to the questions of the day, latest first */
function dailyView(answers: readonly { readonly day: string; readonly correct: boolean }[], today: string): TopicList['daily'] {
  const ofToday = answers.find(({ day }) => day === today);
  return { answered: ofToday !== undefined, correct: ofToday?.correct ?? null, streakDays: streakDays(answers.map(({ day }) => day), today) };
}

/** The topics to practise, with how the caller stands in each and what waits for the caller today. */
export async function topicList({ db, campaign, caller: { person }, now }: Context<'contest.home'>): Promise<TopicList> {
  const today = chinaDate(now);
  const all = await listTopics(db, campaign.id);
  const hasDaily = all.length > 0;
  if (!person) {
    return {
      topics: all.map((topic) => ({ ...topic, ...nothingYet })),
      questionsPerPractice,
      wrongQuestionCount: 0,
      dueCount: 0,
      daily: hasDaily ? dailyView([], today) : null,
      unfinished: null,
    };
  }
  const own = { campaignId: campaign.id, personId: person.id };
  const [progress, { total, dueCount }, answers, unfinished] = await Promise.all([
    readProgress(db, campaign.id, person.id),
    countWrongQuestions(db, own, today),
    listDailyAnswers(db, own),
    findUnfinishedPractice(db, campaign.id, person.id),
  ]);
  return {
    topics: all.map((topic) => ({ ...topic, ...(progress.get(topic.id) ?? nothingYet) })),
    questionsPerPractice,
    wrongQuestionCount: total,
    dueCount,
    daily: hasDaily ? dailyView(answers, today) : null,
    unfinished: unfinishedView(unfinished),
  };
}
