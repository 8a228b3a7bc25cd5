import { randomUUID } from 'node:crypto';
import type { ActionName } from '../../../src/contract/actions';
import { at, done, reply } from '../samples/request-case';
import { newNonce, startAttempt } from '../samples/sample-contest';
import { addEvent, book, bookers, sampleBooking, sampleChange, sampleEvent } from '../samples/sample-event';
import { decide, sampleEssay } from '../samples/sample-essay';
import { sampleContent } from '../samples/sample-manuscript';
import { tell } from '../samples/sample-message';
import { fileRequest, sampleCompletion, sampleRequest } from '../samples/sample-request';
import { addExpert, profileOf, sampleExpert, samplePlan } from '../samples/sample-visit';
import { dataOf } from '../server';
import { anEvent, bookingOfOwner, essayOf, grant, invitationToFollow, invite, passedAttempt, promised, requestIn, startPractice, type Scene } from './scene';

const reason = '请补充产品的名称。';

/** An article of the campaign's folder, as nobody has worked on it. */
const untouched = { id: 'donggang-mobilisation', revision: 0 } as const;

const pair = async ({ server }: Scene) => dataOf(await server.call('pairing.start', {}));

/** What each action is called with, on things of the owner that are made for this one call. */
export const inputs: Record<ActionName, (scene: Scene) => unknown> = {
  'session.demo': () => ({ persona: 'citizen' }),
  'session.guest': () => ({}),
  'session.wechat': () => ({ code: 'a-code' }),
  'session.end': () => ({}),
  'home.get': () => ({}),
  'activity.list': () => ({}),
  'activity.get': () => ({ id: 'hundred-experts' }),
  'board.get': () => ({}),
  'open-data.activities': () => ({}),
  'listing.list': () => ({ activityId: 'one-district-one-brand' }),
  'checklist.get': () => ({ id: 'border-safety-self-check' }),
  'lesson.list': () => ({}),
  'lesson.get': () => ({ articleId: 'lesson-4-food-labels' }),
  'lesson.note-progress': () => ({ articleId: 'lesson-4-food-labels', readPercent: 10 }),
  'article.list': () => ({}),
  'article.get': () => ({ id: 'launch-of-quality-month' }),
  'article.note-read': () => ({ id: 'launch-of-quality-month' }),
  'search.find': () => ({ words: '质量' }),
  'search.suggest': () => ({}),
  'picture.add': () => ({ attachmentId: randomUUID(), officeId: 'bureau', alt: '大厅' }),
  'picture.list': () => ({}),
  'picture.describe': () => ({ id: randomUUID(), alt: '大厅', version: 1 }),
  'picture.remove': () => ({ id: randomUUID(), version: 1 }),
  'practice.start': () => ({ from: 'topic', topicId: 'quality-basics' }),
  'practice.get': async (scene) => ({ practiceId: (await startPractice(scene)).id }),
  'practice.answer': async (scene) => {
    const { id, questions } = await startPractice(scene);
    return { practiceId: id, questionId: questions[0]?.id, chosen: [0] };
  },
  'contest.home': () => ({}),
  'contest.get': () => ({}),
  'contest.enter': () => ({ nameChoice: 'anonymous', name: null, enterprise: null, officeId: 'baodi' }),
  'contest.join-group': () => ({ code: 'a-code', encryptedData: 'AAAA', iv: 'AAAAAAAAAAAAAAAAAAAAAA==' }),
  'contest.start': () => ({ nonce: newNonce() }),
  'contest.attempt': async ({ owner }) => ({ attemptId: (await startAttempt(owner)).id }),
  'contest.save': async ({ owner }) => ({ attemptId: (await startAttempt(owner)).id, answers: [] }),
  'contest.submit': async (scene) => ({ attemptId: (await passedAttempt(scene)).attemptId, answers: [] }),
  'contest.result': async (scene) => ({ attemptId: (await passedAttempt(scene)).attemptId }),
  'contest.board': () => ({ kind: 'people' }),
  'contest.fairness': () => ({}),
  'contest.eligible': () => ({}),
  'certificate.mine': () => ({}),
  'certificate.issue': async (scene) => {
    await passedAttempt(scene);
    return { holderName: '示例姓名' };
  },
  'certificate.verify': async (scene) => {
    await passedAttempt(scene);
    return { code: (await done(scene.owner, 'certificate.issue', { holderName: '示例姓名' })).code };
  },
  // The owner's own call is the first one that files it.
  'appeal.submit': async (scene) => ({ ...(await passedAttempt(scene)), reason: '选项里有两个说法都成立。' }),
  'appeal.list': () => ({}),
  'appeal.decide': async (scene) => {
    const { attemptId, questionId } = await passedAttempt(scene);
    await scene.owner.call('appeal.submit', { attemptId, questionId, reason: '选项里有两个说法都成立。' });
    return { questionId, keyVersion: 1, decision: { kind: 'keep' }, reply: '经复核，这道题没有问题。' };
  },
  'erratum.list': () => ({}),
  'contest.flagged': () => ({}),
  'contest.statistics': () => ({}),
  'wrong-question.list': () => ({}),
  'wrong-question.remove': () => ({ questionId: 'quality-basics-001' }),
  'wrong-question.collect': async (scene) => ({ attemptId: (await passedAttempt(scene)).attemptId }),
  'request.kinds': () => ({}),
  'request.form': () => ({ kindId: 'expert-visit' }),
  'request.submit': () => sampleRequest(),
  'request.mine': () => ({}),
  'request.get': async (scene) => ({ id: (await requestIn(scene, 'submitted')).id }),
  'request.complete': async (scene) => sampleCompletion(await requestIn(scene, 'returned')),
  'request.withdraw': (scene) => requestIn(scene, 'submitted'),
  'request.confirm': (scene) => requestIn(scene, 'concluded'),
  'request.reopen': async (scene) => ({ ...(await requestIn(scene, 'concluded')), reason }),
  'request.lookup': async ({ owner }) => ({ receiptNumber: (await fileRequest(owner)).receiptNumber, phoneTail: '1234' }),
  'request.say': async (scene) => ({ id: (await requestIn(scene, 'submitted')).id, text: '请问进展如何？' }),
  'request.invite': async (scene) => ({ id: (await requestIn(scene, 'submitted')).id }),
  'request.follow-offer': async (scene) => ({ token: await invitationToFollow(scene) }),
  'request.follow': async (scene) => ({ token: await invitationToFollow(scene) }),
  'request.unfollow': async (scene) => ({ id: (await requestIn(scene, 'submitted')).id }),
  'survey.answer': async (scene) => {
    const { id } = await requestIn(scene, 'concluded');
    await scene.server.db.insertInto('requestSurvey').values({ requestId: id, round: 30, askedAt: scene.server.clock.now() }).execute();
    return { id, round: 30, helped: 'yes' };
  },
  'request.inbox': () => ({}),
  'request.accept': (scene) => requestIn(scene, 'submitted'),
  'request.accept-many': async (scene) => ({ requests: [await requestIn(scene, 'submitted')] }),
  'request.return': async (scene) => ({ ...(await requestIn(scene, 'submitted')), reason }),
  'request.decline': async (scene) => ({ ...(await requestIn(scene, 'submitted')), reason }),
  'request.transfer': async (scene) => ({ ...(await requestIn(scene, 'submitted')), officeId: 'nanjiang', reason }),
  'request.assign': async (scene) => ({ ...(await requestIn(scene, 'accepted')), expertId: scene.otherExpertId }),
  'request.schedule': async (scene) => ({ ...(await requestIn(scene, 'assigned')), date: '2017-09-12', half: 'am' }),
  'request.unschedule': async (scene) => ({ ...(await requestIn(scene, 'scheduled')), reason }),
  'request.pause': async (scene) => ({ ...(await requestIn(scene, 'accepted')), pauseReason: 'testing', note: '样品已送检测。' }),
  'request.resume': async (scene) => {
    const { id, version } = await requestIn(scene, 'accepted');
    const paused = await done(scene.zone, 'request.pause', { id, version, pauseReason: 'testing', note: '样品已送检测。' });
    return { id, version: paused.version };
  },
  'request.conclude': async (scene) => ({ ...(await requestIn(scene, 'accepted')), outcome: 'advised', reply }),
  'request.similar': async (scene) => ({ id: (await requestIn(scene, 'submitted')).id }),
  'request.merge': async (scene) => ({ ...(await requestIn(scene, 'submitted')), intoId: (await fileRequest(scene.owner)).id }),
  'request.dashboard': () => ({}),
  'request.export': () => ({}),
  'expert.list': () => ({}),
  'expert.add': () => sampleExpert(),
  'expert.change': async ({ expert }) => {
    const { id, version, name, officeId, subjects, areas, weeklyLimit, active } = await profileOf(expert);
    return { id, version, name, officeId, weeklyLimit, active, subjectIds: subjects.map((subject) => subject.id), areaIds: areas.map((area) => area.id) };
  },
  'expert.invite': async ({ server }) => ({ id: (await addExpert(server)).id }),
  'expert.calendar': ({ expertId }) => ({ id: expertId }),
  'expert.set-leave': ({ expertId }) => ({ id: expertId, halves: [{ date: '2017-09-29', half: 'pm' }], away: true }),
  'visit.mine': () => ({}),
  'visit.record': async (scene) => {
    const { id, version } = await requestIn(scene, 'scheduled');
    return { requestId: id, version, findings: '现场情况良好。', policies: '', promises: [] };
  },
  'visit.confirm-record': async (scene) => {
    const { id, version } = await requestIn(scene, 'visited');
    return { requestId: id, version };
  },
  'visit.keep-promise': promised,
  'plan.propose': () => samplePlan(),
  'plan.latest': () => ({}),
  'plan.publish': async ({ dispatcher }) => ({ id: (await done(dispatcher, 'plan.propose', samplePlan())).id }),
  'event.list': () => ({}),
  'event.get': ({ server }) => anEvent(server),
  'event.own': () => ({}),
  'event.add': () => sampleEvent(),
  'event.change': async ({ server }) => sampleChange(await addEvent(server)),
  'event.cancel': async ({ server }) => ({ ...at(await addEvent(server)), note: '实验室设备检修。' }),
  'event.bookings': ({ server }) => anEvent(server),
  'event.cancel-booking': async (scene) => ({ ...(await bookingOfOwner(scene)), note: '来电说明不能参加。' }),
  'event.export': ({ server }) => anEvent(server),
  'booking.book': async ({ server }) => sampleBooking((await addEvent(server)).id),
  'booking.accept': async ({ server, owner }) => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder] = await bookers(server, id, 1);
    const { id: bookingId } = await book(owner, id);
    if (holder) await done(holder.caller, 'booking.cancel', { id: holder.booking.id });
    return { id: bookingId };
  },
  'booking.cancel': bookingOfOwner,
  'booking.mine': () => ({}),
  'booking.get': bookingOfOwner,
  'check-in.list': async ({ server }) => ({ eventId: (await addEvent(server)).id }),
  'check-in.sync': async ({ server, owner, zone }) => {
    const { id: eventId } = await addEvent(server);
    return { eventId, personId: zone.person.id, marks: [{ markId: randomUUID(), ticketCode: (await book(owner, eventId)).ticket?.code ?? '', present: true, at: '2017-09-07T08:50:00+08:00' }] };
  },
  'essay.call': () => ({}),
  'essay.gallery': () => ({}),
  'essay.get': essayOf,
  'essay.submit': () => sampleEssay,
  'essay.resubmit': async (scene) => {
    const { id } = await essayOf(scene);
    await decide(scene.bureauEditor, id, 'return');
    return { id, version: 2, ...sampleEssay };
  },
  'essay.withdraw': async (scene) => ({ ...(await essayOf(scene)), version: 1 }),
  'essay.mine': () => ({}),
  'essay.appreciate': async (scene) => {
    const { id } = await essayOf(scene);
    await decide(scene.bureauEditor, id, 'accept', null);
    return { id, appreciate: true };
  },
  'essay.inbox': () => ({}),
  'essay.review': async (scene) => ({ ...(await essayOf(scene)), version: 1, decision: 'accept', note: null }),
  'manuscript.list': () => ({}),
  'manuscript.start': () => ({ kind: 'news', officeId: 'donggang' }),
  'manuscript.get': () => ({ id: 'donggang-mobilisation' }),
  'manuscript.save': () => ({ ...untouched, content: sampleContent() }),
  'manuscript.check': () => ({ content: sampleContent() }),
  'manuscript.versions': () => ({ id: 'donggang-mobilisation' }),
  'manuscript.version': () => ({ id: 'donggang-mobilisation', number: 1 }),
  'manuscript.restore': () => ({ ...untouched, number: 1 }),
  'manuscript.submit': () => untouched,
  'manuscript.review': () => ({ ...untouched, decision: 'approve' }),
  'manuscript.publish': () => ({ ...untouched, at: null, pinnedUntil: null }),
  'manuscript.unschedule': () => untouched,
  'manuscript.pin': () => ({ ...untouched, pinnedUntil: null }),
  'manuscript.withdraw': () => ({ ...untouched, note: '内容需要重新核实。' }),
  'pairing.start': () => ({}),
  'pairing.take': async (scene) => {
    const { id, secret } = await pair(scene);
    return { id, secret };
  },
  'pairing.get': async (scene) => ({ code: (await pair(scene)).code }),
  'pairing.confirm': async (scene) => ({ id: (await pair(scene)).id }),
  'role.list': () => ({}),
  'role.revoke': async (scene) => ({ id: await grant(scene) }),
  'invitation.make': () => ({ role: 'dispatcher', officeId: null, inviteeName: '示例调度' }),
  'invitation.list': () => ({}),
  'invitation.revoke': async (scene) => ({ id: (await invite(scene)).id }),
  'invitation.get': async (scene) => ({ token: (await invite(scene)).token }),
  'invitation.accept': async (scene) => ({ token: (await invite(scene)).token }),
  'audit.list': () => ({}),
  'person.me': () => ({}),
  'person.export': () => ({}),
  'person.delete': () => ({ confirm: true }),
  'message.list': () => ({}),
  'message.read': async ({ server, owner }) => {
    await tell(server.db, owner.person);
    const [message] = (await done(owner, 'message.list', {})).messages;
    return { id: message?.id };
  },
  'message.templates': () => ({}),
  'message.granted': () => ({ templates: ['result'] }),
};
