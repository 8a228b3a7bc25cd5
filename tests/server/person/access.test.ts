import { actions, isActionName, type ActionName } from '../../../src/contract/actions';
import type { ErrorCode, Reply } from '../../../src/contract/errors';
import { inputs } from '../../support/access/inputs';
import { sceneOf, type Scene } from '../../support/access/scene';
import { startTestServer, type TestCaller, type TestServer } from '../../support/server';

// Who gets what, for every action × role × what the person has to do with the thing: own, let in by the owner, of the same
// firm, of its office, of another one, its expert, another one, none. The request in question was filed by `owner`, whom
// `follower` follows, and is with `own office`.

const callers = ['nobody', 'citizen', 'owner', 'follower', 'same firm', 'other firm', 'own office', 'other office', 'bureau', 'dispatcher', 'own expert', 'other expert', 'own editor', 'bureau editor', 'administrator'] as const;
type CallerName = (typeof callers)[number];
type Answer = 'ok' | ErrorCode;
type Row = Record<CallerName, Answer>;
type Exceptions = Partial<Row>;

const row = (everybody: Answer, exceptions: Exceptions = {}): Row =>
  Object.fromEntries(callers.map((name) => [name, exceptions[name] ?? (name === 'nobody' ? 'not_signed_in' : everybody)])) as Row;

const open = row('ok', { nobody: 'ok' });
const signedIn = row('ok');
const ownerOnly = row('not_found', { owner: 'ok' });
const contestOffice = row('forbidden', { bureau: 'ok' });
const administratorOnly = row('forbidden', { administrator: 'ok' });
const dispatcherOnly = row('forbidden', { dispatcher: 'ok' });
const officeStaff = row('forbidden', { 'own office': 'ok', 'other office': 'ok', bureau: 'ok', 'own editor': 'ok', 'bureau editor': 'ok' });
const ofOwnOffice = row('forbidden', { 'own office': 'ok' });
const officesOnly = row('forbidden', { 'own office': 'ok', 'other office': 'ok', bureau: 'ok', dispatcher: 'ok' });

/** Whoever sees the case and may do nothing here. */
const involved: Exceptions = { owner: 'forbidden', follower: 'forbidden', 'own office': 'forbidden', dispatcher: 'forbidden', 'own expert': 'forbidden' };
const inCase = (may: Exceptions): Row => row('not_found', { ...involved, ...may });
const withoutRole: Exceptions = { citizen: 'forbidden', owner: 'forbidden', follower: 'forbidden', 'same firm': 'forbidden', 'other firm': 'forbidden' };
/** An office's step. */
const ofOffice = inCase({ ...withoutRole, 'own office': 'ok', dispatcher: 'ok' });
const ofExpert: Exceptions = { ...withoutRole, 'own office': 'ok', 'other office': 'ok', bureau: 'ok', dispatcher: 'ok', 'own expert': 'ok' };

const table: Record<ActionName, Row> = {
  'session.demo': open,
  'session.guest': open,
  'session.wechat': open,
  'session.end': signedIn,
  'home.get': open,
  'activity.list': open,
  'activity.get': open,
  'board.get': open,
  'open-data.activities': open,
  'listing.list': open,
  'checklist.get': open,
  'lesson.list': open,
  'lesson.get': open,
  'lesson.note-progress': signedIn,
  'article.list': open,
  'article.get': open,
  'article.note-read': signedIn,
  'search.find': open,
  'search.suggest': open,
  'picture.add': row('forbidden', { 'bureau editor': 'not_found' }),
  'picture.list': row('forbidden', { 'own editor': 'ok', 'bureau editor': 'ok' }),
  'picture.describe': row('forbidden', { 'own editor': 'not_found', 'bureau editor': 'not_found' }),
  'picture.remove': row('forbidden', { 'own editor': 'not_found', 'bureau editor': 'not_found' }),
  'practice.start': signedIn,
  'practice.get': ownerOnly,
  'practice.answer': ownerOnly,
  'contest.home': open,
  'contest.get': open,
  'contest.enter': signedIn,
  'contest.join-group': row('unavailable'),
  'contest.start': signedIn,
  'contest.attempt': ownerOnly,
  'contest.save': ownerOnly,
  'contest.submit': ownerOnly,
  'contest.result': ownerOnly,
  'contest.board': open,
  'contest.fairness': open,
  'contest.eligible': open,
  'certificate.mine': signedIn,
  'certificate.issue': ownerOnly,
  'certificate.verify': open,
  'appeal.submit': ownerOnly,
  'appeal.list': contestOffice,
  'appeal.decide': contestOffice,
  'erratum.list': open,
  'contest.flagged': contestOffice,
  'contest.statistics': contestOffice,
  'wrong-question.list': signedIn,
  'wrong-question.remove': signedIn,
  'wrong-question.collect': ownerOnly,
  // Before there are requests to plan for.
  'plan.propose': dispatcherOnly,
  'plan.latest': dispatcherOnly,
  'plan.publish': dispatcherOnly,
  'request.kinds': open,
  'request.form': open,
  'request.submit': signedIn,
  'request.mine': signedIn,
  'request.get': inCase({ owner: 'ok', follower: 'ok', 'own office': 'ok', dispatcher: 'ok', 'own expert': 'ok' }),
  'request.complete': inCase({ owner: 'ok' }),
  'request.withdraw': inCase({ owner: 'ok' }),
  'request.confirm': inCase({ owner: 'ok' }),
  'request.reopen': inCase({ owner: 'ok' }),
  'request.lookup': open,
  'request.say': inCase({ owner: 'ok', follower: 'ok', 'own office': 'ok', dispatcher: 'ok', 'own expert': 'ok' }),
  'request.invite': inCase({ owner: 'ok' }),
  // Whoever has the invitation is meant.
  'request.follow-offer': signedIn,
  'request.follow': signedIn,
  'request.unfollow': inCase({ follower: 'ok' }),
  'survey.answer': inCase({ owner: 'ok' }),
  'request.inbox': officesOnly,
  'request.accept': ofOffice,
  // What is not theirs is named in the answer and left.
  'request.accept-many': row('ok', withoutRole),
  'request.return': ofOffice,
  'request.decline': ofOffice,
  'request.transfer': ofOffice,
  'request.assign': ofOffice,
  'request.schedule': ofOffice,
  'request.unschedule': ofOffice,
  'request.pause': ofOffice,
  'request.resume': ofOffice,
  'request.conclude': ofOffice,
  'request.similar': ofOffice,
  'request.merge': ofOffice,
  'request.dashboard': officesOnly,
  'request.export': officesOnly,
  'expert.list': officesOnly,
  'expert.add': dispatcherOnly,
  'expert.change': row('forbidden', { dispatcher: 'ok', 'own expert': 'ok' }),
  'expert.invite': dispatcherOnly,
  'expert.calendar': row('not_found', ofExpert),
  'expert.set-leave': row('not_found', { ...ofExpert, 'own office': 'forbidden', 'other office': 'forbidden', bureau: 'forbidden' }),
  'visit.mine': row('forbidden', { 'own expert': 'ok', 'other expert': 'ok' }),
  'visit.record': inCase({ ...withoutRole, dispatcher: 'ok', 'own expert': 'ok' }),
  'visit.confirm-record': inCase({ owner: 'ok' }),
  'visit.keep-promise': inCase({ owner: 'ok', follower: 'ok', 'own office': 'ok', dispatcher: 'ok' }),
  'event.list': open,
  'event.get': open,
  'event.own': officeStaff,
  'event.add': ofOwnOffice,
  'event.change': ofOwnOffice,
  'event.cancel': ofOwnOffice,
  'event.bookings': ofOwnOffice,
  'event.cancel-booking': row('not_found', { ...withoutRole, 'own office': 'ok' }),
  'event.export': ofOwnOffice,
  'booking.book': signedIn,
  'booking.accept': ownerOnly,
  'booking.cancel': ownerOnly,
  'booking.mine': signedIn,
  'booking.get': ownerOnly,
  'check-in.list': ofOwnOffice,
  'check-in.sync': ofOwnOffice,
  // Nobody has worked on it yet, so most of an editor's steps meet another state; what they do is in tests/server/newsroom.
  'manuscript.list': row('forbidden', { 'own editor': 'ok', 'bureau editor': 'ok' }),
  'manuscript.start': row('forbidden', { 'own editor': 'ok', 'bureau editor': 'invalid_input' }),
  'manuscript.get': row('forbidden', { 'own editor': 'ok', 'bureau editor': 'ok' }),
  'manuscript.save': row('forbidden', { 'own editor': 'ok' }),
  'manuscript.check': row('forbidden', { 'own editor': 'ok', 'bureau editor': 'ok' }),
  'manuscript.versions': row('forbidden', { 'own editor': 'ok', 'bureau editor': 'ok' }),
  'manuscript.version': row('forbidden', { 'own editor': 'ok', 'bureau editor': 'ok' }),
  'manuscript.restore': row('forbidden', { 'own editor': 'conflict' }),
  'manuscript.submit': row('forbidden', { 'own editor': 'conflict' }),
  'manuscript.review': row('forbidden', { 'bureau editor': 'conflict' }),
  'manuscript.publish': row('forbidden', { 'own editor': 'conflict', 'bureau editor': 'conflict' }),
  'manuscript.unschedule': row('forbidden', { 'own editor': 'conflict', 'bureau editor': 'conflict' }),
  'manuscript.pin': row('forbidden', { 'own editor': 'conflict', 'bureau editor': 'conflict' }),
  'manuscript.withdraw': row('forbidden', { 'own editor': 'conflict', 'bureau editor': 'conflict' }),
  'essay.call': open,
  'essay.gallery': open,
  'essay.get': row('not_found', { nobody: 'not_found', owner: 'ok', 'bureau editor': 'ok' }),
  'essay.submit': signedIn,
  'essay.resubmit': row('not_found', { owner: 'ok', 'bureau editor': 'forbidden' }),
  'essay.withdraw': row('not_found', { owner: 'ok', 'bureau editor': 'forbidden' }),
  'essay.mine': signedIn,
  'essay.appreciate': row('ok', { owner: 'forbidden', follower: 'forbidden', 'same firm': 'forbidden' }),
  'essay.inbox': row('forbidden', { 'bureau editor': 'ok' }),
  'essay.review': row('forbidden', { 'bureau editor': 'ok' }),
  'pairing.start': open,
  'pairing.take': open,
  'pairing.get': signedIn,
  'pairing.confirm': signedIn,
  'role.list': administratorOnly,
  'role.revoke': administratorOnly,
  'invitation.make': administratorOnly,
  'invitation.list': administratorOnly,
  'invitation.revoke': administratorOnly,
  'invitation.get': signedIn,
  'audit.list': administratorOnly,
  'person.me': open,
  'person.export': signedIn,
  'message.list': signedIn,
  'message.read': ownerOnly,
  'message.templates': signedIn,
  'message.granted': row('forbidden'),
  // Makes an editor of the bureau of everyone, so nothing that asks for a role may come after it.
  'invitation.accept': row('ok', { 'bureau editor': 'conflict' }),
  'person.delete': signedIn,
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const personOf = ({ owner, follower, sameFirm, stranger, colleague, zone, baodi, bureau, dispatcher, expert, otherExpert, ownEditor, bureauEditor, administrator }: Scene): Record<Exclude<CallerName, 'nobody'>, TestCaller> => ({
  ...{ citizen: colleague, owner, follower, 'same firm': sameFirm, 'other firm': stranger, 'own office': zone, 'other office': baodi },
  ...{ bureau, dispatcher, 'own expert': expert, 'other expert': otherExpert, 'own editor': ownEditor, 'bureau editor': bureauEditor, administrator },
});

/** These end whoever calls them, so that everybody has to come anew each time. */
const ending: readonly ActionName[] = ['session.end', 'person.delete'];

const answerOf = (reply: Reply<unknown>): Answer => (reply.ok ? 'ok' : reply.error.code);

describe('access', () => {
  test('has a row for every action of the contract and for no other', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(actions).sort());
  });

  test.each(Object.keys(table).filter(isActionName))('%s', async (name) => {
    const answers: Partial<Row> = {};
    let scene = await sceneOf(server);
    for (const caller of callers) {
      if (ending.includes(name)) scene = await sceneOf(server);
      const input = (await inputs[name](scene)) as never;
      const person = caller === 'nobody' ? server : personOf(scene)[caller];
      answers[caller] = answerOf(await person.call(name, input));
    }
    expect(answers).toEqual(table[name]);
  });
});
