import { questionsPerPractice } from '../../../src/domain/draw';
import type { TopicList } from '../../../src/contract/practice';
import { findUnfinishedPractice, listTopics, readProgress, type StoredPractice } from '../../storage/stores/practice-store';
import { countWrongQuestions } from '../../storage/stores/wrong-question-store';
import type { UseCase } from '../../use-case';

const nothingYet = { answeredCount: 0, correctCount: 0 };

const unfinishedView = (practice: StoredPractice | undefined): TopicList['unfinished'] =>
  practice
    ? { practiceId: practice.id, title: practice.title, answeredCount: practice.answeredCount, questionCount: practice.questionCount }
    : null;

export const topics: UseCase<'practice.topics'> = async ({ db, campaign, caller: { person } }) => {
  const all = await listTopics(db, campaign.id);
  if (!person) {
    return { topics: all.map((topic) => ({ ...topic, ...nothingYet })), questionsPerPractice, wrongQuestionCount: 0, unfinished: null };
  }
  const [progress, wrongQuestionCount, unfinished] = await Promise.all([
    readProgress(db, campaign.id, person.id),
    countWrongQuestions(db, { campaignId: campaign.id, personId: person.id }),
    findUnfinishedPractice(db, campaign.id, person.id),
  ]);
  return {
    topics: all.map((topic) => ({ ...topic, ...(progress.get(topic.id) ?? nothingYet) })),
    questionsPerPractice,
    wrongQuestionCount,
    unfinished: unfinishedView(unfinished),
  };
};
