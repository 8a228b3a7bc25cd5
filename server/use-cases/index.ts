import type { UseCaseName } from '../../src/contract/actions';
import type { UseCase } from '../use-case';
import { getArticle } from './article/get';
import { listArticlePage } from './article/list';
import { activities } from './campaign/activities';
import { home } from './campaign/home';
import { contestHome } from './contest/home';
import { getContest } from './contest/get';
import { enterContest } from './contest/enter';
import { startAttempt } from './contest/start';
import { getAttempt } from './contest/attempt';
import { saveAnswers } from './contest/save';
import { submitAttempt } from './contest/submit';
import { attemptResult } from './contest/result';
import { board } from './contest-board/board';
import { ownRank } from './contest-board/rank';
import { joinGroup } from './contest-board/join-group';
import { fairness } from './contest-fairness/fairness';
import { eligibleCodes } from './contest-fairness/eligible';
import { ownCertificate } from './certificate/mine';
import { issueCertificate } from './certificate/issue';
import { verifyCertificate } from './certificate/verify';
import { submitAppeal } from './appeal/submit';
import { listAppeals } from './appeal/list';
import { decideAppeals } from './appeal/decide';
import { listErrata } from './appeal/errata';
import { listFlagged } from './contest-office/flagged';
import { questionStatistics } from './contest-office/statistics';
import { noteGrants } from './message/granted';
import { listOwnMessages } from './message/list';
import { readMessages } from './message/read';
import { listTemplates } from './message/templates';
import { deletePersonalData } from './person/delete';
import { exportPersonalData } from './person/export';
import { me } from './person/me';
import { confirmPairing } from './pairing/confirm';
import { getPairing } from './pairing/get';
import { answerQuestion } from './practice/answer';
import { getPractice } from './practice/get';
import { startPractice } from './practice/start';
import { completeRequest } from './request/complete';
import { confirmRequest, reopenRequest, withdrawRequest } from './request/end';
import { requestForm } from './request/form';
import { listRequestKinds } from './request/kinds';
import { getRequest } from './request/get';
import { lookUpRequest } from './request/lookup';
import { listOwnRequests } from './request/mine';
import { submitRequest } from './request/submit';
import { getFollowOffer, followRequest, unfollowRequest } from './request-case/follow';
import { inviteFollower } from './request-case/invite';
import { sayInRequest } from './request-case/say';
import { answerOwnSurvey } from './request-case/survey';
import { acceptRequests } from './request-office/accept-many';
import { acceptRequest, declineRequest, returnRequest } from './request-office/answer';
import { concludeRequest } from './request-office/conclude';
import { requestDashboard } from './request-office/dashboard';
import { exportRequests } from './request-office/export';
import { requestInbox } from './request-office/inbox';
import { mergeRequest } from './request-office/merge';
import { pauseRequest, resumeRequest } from './request-office/pause';
import { similarRequests } from './request-office/similar';
import { transferRequest } from './request-office/transfer';
import { acceptInvitation, getInvitation } from './role/accept';
import { listAudit } from './role/audit';
import { listInvitations, makeInvitation, revokeInvitation } from './role/invitation';
import { listRoles } from './role/list';
import { revokeRole } from './role/revoke';
import { assignRequest, scheduleRequest, unscheduleRequest } from './visit/assign';
import { setLeave, showCalendar } from './visit/expert-calendar';
import { inviteExpert } from './visit/expert-invite';
import { listExperts } from './visit/expert-list';
import { addExpert, changeExpert } from './visit/expert-profile';
import { latestPlan } from './visit/plan-latest';
import { proposePlan } from './visit/plan-propose';
import { publishPlan } from './visit/plan-publish';
import { listOwnVisits } from './visit/visit-mine';
import { confirmVisitRecord, keepVisitPromise, recordVisit } from './visit/visit-record';
import { collectWrongQuestions } from './wrong-question/collect';
import { listWrongQuestionPage } from './wrong-question/list';
import { removeFromWrongQuestions } from './wrong-question/remove';

/** What answers each action of the contract; signing in is the business of `server/identity`. */
export const useCases: { readonly [Name in UseCaseName]: UseCase<Name> } = {
  'home.get': home,
  'activity.list': activities,
  'article.list': listArticlePage,
  'article.get': getArticle,
  'contest.home': contestHome,
  'contest.get': getContest,
  'contest.enter': enterContest,
  'contest.start': startAttempt,
  'contest.attempt': getAttempt,
  'contest.save': saveAnswers,
  'contest.submit': submitAttempt,
  'contest.result': attemptResult,
  'contest.board': board,
  'contest.rank': ownRank,
  'contest.join-group': joinGroup,
  'contest.fairness': fairness,
  'contest.eligible': eligibleCodes,
  'certificate.mine': ownCertificate,
  'certificate.issue': issueCertificate,
  'certificate.verify': verifyCertificate,
  'appeal.submit': submitAppeal,
  'appeal.list': listAppeals,
  'appeal.decide': decideAppeals,
  'erratum.list': listErrata,
  'contest.flagged': listFlagged,
  'contest.statistics': questionStatistics,
  'practice.start': startPractice,
  'practice.get': getPractice,
  'practice.answer': answerQuestion,
  'wrong-question.list': listWrongQuestionPage,
  'wrong-question.remove': removeFromWrongQuestions,
  'wrong-question.collect': collectWrongQuestions,
  'request.kinds': listRequestKinds,
  'request.form': requestForm,
  'request.submit': submitRequest,
  'request.mine': listOwnRequests,
  'request.get': getRequest,
  'request.complete': completeRequest,
  'request.withdraw': withdrawRequest,
  'request.confirm': confirmRequest,
  'request.reopen': reopenRequest,
  'request.lookup': lookUpRequest,
  'request.say': sayInRequest,
  'request.invite': inviteFollower,
  'request.follow-offer': getFollowOffer,
  'request.follow': followRequest,
  'request.unfollow': unfollowRequest,
  'survey.answer': answerOwnSurvey,
  'request.inbox': requestInbox,
  'request.accept': acceptRequest,
  'request.accept-many': acceptRequests,
  'request.return': returnRequest,
  'request.decline': declineRequest,
  'request.pause': pauseRequest,
  'request.resume': resumeRequest,
  'request.conclude': concludeRequest,
  'request.transfer': transferRequest,
  'request.similar': similarRequests,
  'request.merge': mergeRequest,
  'request.dashboard': requestDashboard,
  'request.export': exportRequests,
  'request.assign': assignRequest,
  'request.schedule': scheduleRequest,
  'request.unschedule': unscheduleRequest,
  'expert.list': listExperts,
  'expert.add': addExpert,
  'expert.change': changeExpert,
  'expert.invite': inviteExpert,
  'expert.calendar': showCalendar,
  'expert.set-leave': setLeave,
  'visit.mine': listOwnVisits,
  'visit.record': recordVisit,
  'visit.confirm-record': confirmVisitRecord,
  'visit.keep-promise': keepVisitPromise,
  'plan.propose': proposePlan,
  'plan.latest': latestPlan,
  'plan.publish': publishPlan,
  'pairing.get': getPairing,
  'pairing.confirm': confirmPairing,
  'role.list': listRoles,
  'role.revoke': revokeRole,
  'invitation.make': makeInvitation,
  'invitation.list': listInvitations,
  'invitation.revoke': revokeInvitation,
  'invitation.get': getInvitation,
  'invitation.accept': acceptInvitation,
  'audit.list': listAudit,
  'person.me': me,
  'person.export': exportPersonalData,
  'person.delete': deletePersonalData,
  'message.list': listOwnMessages,
  'message.read': readMessages,
  'message.templates': listTemplates,
  'message.granted': noteGrants,
};
