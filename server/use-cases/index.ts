import type { ActionName } from '../../src/contract/actions';
import type { UseCase } from '../use-case';
import { getArticle } from './article/get';
import { listArticlePage } from './article/list';
import { activities } from './campaign/activities';
import { home } from './campaign/home';
import { deletePersonalData } from './person/delete';
import { exportPersonalData } from './person/export';
import { me } from './person/me';
import { answerQuestion } from './practice/answer';
import { getPractice } from './practice/get';
import { startPractice } from './practice/start';
import { topics } from './practice/topics';
import { acceptRequest } from './request/accept';
import { completeRequest } from './request/complete';
import { requestForm } from './request/form';
import { getRequest } from './request/get';
import { requestInbox } from './request/inbox';
import { lookUpRequest } from './request/lookup';
import { listOwnRequests } from './request/mine';
import { returnRequest } from './request/return';
import { submitRequest } from './request/submit';
import { transferRequest } from './request/transfer';
import { withdrawRequest } from './request/withdraw';
import { listWrongQuestionPage } from './wrong-question/list';
import { removeFromWrongQuestions } from './wrong-question/remove';

/** What answers each action of the contract; sessions are the business of `server/identity`. */
export const useCases: { readonly [Name in Exclude<ActionName, `session.${string}`>]: UseCase<Name> } = {
  'home.get': home,
  'activity.list': activities,
  'article.list': listArticlePage,
  'article.get': getArticle,
  'practice.topics': topics,
  'practice.start': startPractice,
  'practice.get': getPractice,
  'practice.answer': answerQuestion,
  'wrong-question.list': listWrongQuestionPage,
  'wrong-question.remove': removeFromWrongQuestions,
  'request.form': requestForm,
  'request.submit': submitRequest,
  'request.mine': listOwnRequests,
  'request.get': getRequest,
  'request.complete': completeRequest,
  'request.withdraw': withdrawRequest,
  'request.lookup': lookUpRequest,
  'request.inbox': requestInbox,
  'request.accept': acceptRequest,
  'request.return': returnRequest,
  'request.transfer': transferRequest,
  'person.me': me,
  'person.export': exportPersonalData,
  'person.delete': deletePersonalData,
};
