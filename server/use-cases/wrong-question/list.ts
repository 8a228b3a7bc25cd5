import type { WrongQuestion } from '../../../src/contract/practice';
import { Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { countWrongQuestions, listWrongQuestions, type StoredWrongQuestion } from '../../storage/stores/wrong-question-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';

const wrongQuestionView = ({ id, topicTitle, type, stem, options, key, explanation, source, timesWrong }: StoredWrongQuestion): WrongQuestion => ({
  id,
  topicTitle,
  type,
  stem,
  options,
  key,
  explanation,
  source,
  timesWrong,
});

export const listWrongQuestionPage: UseCase<'wrong-question.list'> = async ({ db, campaign, caller }, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndContentId, cursor);
  if (after instanceof Refusal) return after;
  const notebook = { campaignId: campaign.id, personId: caller.person.id };
  const [{ rows, nextCursor }, total] = await Promise.all([listWrongQuestions(db, notebook, after), countWrongQuestions(db, notebook)]);
  return { questions: rows.map(wrongQuestionView), nextCursor, total };
};
