import type { UseCaseName } from '../../src/contract/actions';
import type { UseCase } from '../use-case';
import { getArticle } from './article/get';
import { listArticlePage } from './article/list';
import { getActivity } from './activity/get';
import { activityList } from './activity/list';
import { progressBoard } from './activity/board';
import { getChecklist } from './activity/checklist';
import { listingList } from './activity/directory';
import { getLesson, lessonList, noteLessonProgress } from './activity/lessons';
import { openActivities } from './activity/open-data';
import { home } from './campaign/home';
import { acceptBooking, cancelOwnBooking, getBooking, listOwn } from './booking/own';
import { book } from './booking/book';
import { getEvent, listPublicEvents } from './booking/events';
import { cancelEventBooking, exportEventBookings, listEventBookings } from './booking-office/bookings';
import { checkInList, syncCheckIn } from './booking-office/check-in';
import { listManagedEvents } from './booking-office/event-list';
import { addEvent, cancelEvent, changeEvent } from './booking-office/manage';
import { contestHome } from './contest/home';
import { getContest } from './contest/get';
import { enterContest } from './contest/enter';
import { startAttempt } from './contest/start';
import { getAttempt } from './contest/attempt';
import { saveAnswers } from './contest/save';
import { submitAttempt } from './contest/submit';
import { attemptResult } from './contest/result';
import { board } from './contest-board/board';
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
import { appreciateEssay } from './essay/appreciate';
import { essayInbox, getEssay, getEssayCall, listGalleryPage, listOwnEssays } from './essay/read';
import { resubmitEssay, reviewEssay, submitEssay, withdrawEssay } from './essay/write';
import { noteGrants } from './message/granted';
import { listOwnMessages } from './message/list';
import { readMessages } from './message/read';
import { listTemplates } from './message/templates';
import { checkManuscript } from './newsroom/check';
import { getManuscript } from './newsroom/get';
import { listManuscriptPage } from './newsroom/list';
import { pinManuscript, publishManuscript, unscheduleManuscript } from './newsroom/publish';
import { restoreVersion } from './newsroom/restore';
import { reviewManuscript, submitManuscript } from './newsroom/review';
import { saveManuscript } from './newsroom/save';
import { startManuscript } from './newsroom/start';
import { getManuscriptVersion, listManuscriptVersions } from './newsroom/versions';
import { withdrawManuscript } from './newsroom/withdraw';
import { addPicture } from './picture/add';
import { describeOwnPicture, removePicture } from './picture/change';
import { listPicturePage } from './picture/list';
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
import { noteRead } from './reading/note-read';
import { findWords } from './search/find';
import { suggestWords } from './search/suggest';
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
  'activity.list': activityList,
  'activity.get': getActivity,
  'board.get': progressBoard,
  'open-data.activities': openActivities,
  'listing.list': listingList,
  'checklist.get': getChecklist,
  'lesson.list': lessonList,
  'lesson.get': getLesson,
  'lesson.note-progress': noteLessonProgress,
  'article.list': listArticlePage,
  'article.get': getArticle,
  'article.note-read': noteRead,
  'search.find': findWords,
  'search.suggest': suggestWords,
  'contest.home': contestHome,
  'contest.get': getContest,
  'contest.enter': enterContest,
  'contest.start': startAttempt,
  'contest.attempt': getAttempt,
  'contest.save': saveAnswers,
  'contest.submit': submitAttempt,
  'contest.result': attemptResult,
  'contest.board': board,
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
  'picture.add': addPicture,
  'picture.list': listPicturePage,
  'picture.describe': describeOwnPicture,
  'picture.remove': removePicture,
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
  'event.list': listPublicEvents,
  'event.get': getEvent,
  'event.own': listManagedEvents,
  'event.add': addEvent,
  'event.change': changeEvent,
  'event.cancel': cancelEvent,
  'event.bookings': listEventBookings,
  'event.cancel-booking': cancelEventBooking,
  'event.export': exportEventBookings,
  'booking.book': book,
  'booking.accept': acceptBooking,
  'booking.cancel': cancelOwnBooking,
  'booking.mine': listOwn,
  'booking.get': getBooking,
  'check-in.list': checkInList,
  'check-in.sync': syncCheckIn,
  'manuscript.list': listManuscriptPage,
  'manuscript.start': startManuscript,
  'manuscript.get': getManuscript,
  'manuscript.save': saveManuscript,
  'manuscript.check': checkManuscript,
  'manuscript.versions': listManuscriptVersions,
  'manuscript.version': getManuscriptVersion,
  'manuscript.restore': restoreVersion,
  'manuscript.submit': submitManuscript,
  'manuscript.review': reviewManuscript,
  'manuscript.publish': publishManuscript,
  'manuscript.unschedule': unscheduleManuscript,
  'manuscript.pin': pinManuscript,
  'manuscript.withdraw': withdrawManuscript,
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
  'essay.call': getEssayCall,
  'essay.gallery': listGalleryPage,
  'essay.get': getEssay,
  'essay.submit': submitEssay,
  'essay.resubmit': resubmitEssay,
  'essay.withdraw': withdrawEssay,
  'essay.mine': listOwnEssays,
  'essay.appreciate': appreciateEssay,
  'essay.inbox': essayInbox,
  'essay.review': reviewEssay,
  'person.me': me,
  'person.export': exportPersonalData,
  'person.delete': deletePersonalData,
  'message.list': listOwnMessages,
  'message.read': readMessages,
  'message.templates': listTemplates,
  'message.granted': noteGrants,
};
