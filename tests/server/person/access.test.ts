import { actions, isActionName, type ActionName } from '../../../src/contract/actions';
import type { ErrorCode, Reply } from '../../../src/contract/errors';
import { inputs, sceneOf, type Scene } from '../../support/access-scene';
import { startTestServer, type TestCaller, type TestServer } from '../../support/server';

// Who gets what, for every action × role × what the person has to do with the thing: own, let in by the owner, of the same
// firm, of its office, of another one, its expert, another one, none. The request in question was filed by `owner`, whom
// `follower` follows, and is with `own office`.

const callers = ['nobody', 'citizen', 'owner', 'follower', 'same firm', 'other firm', 'own office', 'other office', 'bureau', 'dispatcher', 'own expert', 'other expert', 'administrator'] as const;
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
  'article.list': open,
  'article.get': open,
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
  'contest.rank': signedIn,
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
  // Makes an editor of everyone, so nothing that asks for a role may come after it.
  'invitation.accept': signedIn,
  'person.delete': signedIn,
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const personOf = ({ owner, follower, sameFirm, stranger, colleague, zone, baodi, bureau, dispatcher, expert, otherExpert, administrator }: Scene): Record<Exclude<CallerName, 'nobody'>, TestCaller> => ({
  ...{ citizen: colleague, owner, follower, 'same firm': sameFirm, 'other firm': stranger, 'own office': zone, 'other office': baodi },
  ...{ bureau, dispatcher, 'own expert': expert, 'other expert': otherExpert, administrator },
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
