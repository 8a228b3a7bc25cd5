import { refuse, Refusal } from '../../refusal';
import { lockVisible } from '../../request/access';
import { requestView } from '../../request/view';
import { answerSurvey, findSurvey } from '../../storage/request/survey-store';
import type { UseCase } from '../../use-case';

export const answerOwnSurvey: UseCase<'survey.answer'> = async (context, { id, round, helped, comment }) => {
  const { db, now } = context;
  const locked = await lockVisible(context, id);
  if (locked instanceof Refusal) return locked;
  if (!locked.actors.includes('owner')) return refuse('forbidden');
  const survey = await findSurvey(db, id, round);
  if (!survey) return refuse('not_found', '现在没有这次回访。');
  if (survey.answeredAt !== null) return refuse('conflict', '这次回访您已经答过，谢谢。');
  await answerSurvey(db, id, round, { answeredAt: now, helped, comment: comment === '' ? null : comment });
  return requestView(context, locked.request);
};
