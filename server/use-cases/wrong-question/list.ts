import type { WrongQuestion } from '../../../src/contract/practice';
import { chinaDate } from '../../../src/domain/china-time';
import { isDue } from '../../../src/domain/review';
import { Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { countWrongQuestions, listWrongQuestions, type StoredWrongQuestion } from '../../storage/stores/wrong-question-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';

const wrongQuestionView = (question: StoredWrongQuestion, today: string): WrongQuestion => ({ ...question, due: isDue(question, today) });

export const listWrongQuestionPage: UseCase<'wrong-question.list'> = async ({ db, campaign, caller, now }, { cursor }) => {
  const after = pageStart(cursorKinds.dateAndContentId, cursor);
  if (after instanceof Refusal) return after;
  const notebook = { campaignId: campaign.id, personId: caller.person.id };
  const today = chinaDate(now);
  const [{ rows, nextCursor }, counts] = await Promise.all([listWrongQuestions(db, notebook, after), countWrongQuestions(db, notebook, today)]);
  return { questions: rows.map((row) => wrongQuestionView(row, today)), nextCursor, ...counts };
};
