import type { Output, ParsedInput, SignInName } from '../../src/contract/actions';
import type { PersonView } from '../../src/contract/session';
import { refuse, type Refusal } from '../refusal';
import { hashSecret } from '../secret';
import { findOrMakePerson, insertPerson } from '../storage/stores/identity-store';
import { grantRole } from '../storage/role/role-store';
import { insertExpert } from '../storage/visit/expert-store';
import { deleteSession } from '../storage/stores/session-store';
import { personOf, type CallerSource } from './caller';
import { startPairing, takePairing } from './pairing';
import { startSession } from './session';
import type { ExchangeCode } from './wechat';

export interface SignInContext extends CallerSource {
  /** The session's token of the call itself; undefined without one. */
  readonly token: string | undefined;
  /** Null when the mini-program's id and secret are not configured. */
  readonly exchangeCode: ExchangeCode | null;
}

export type SignIn<Name extends SignInName> = (context: SignInContext, input: ParsedInput<Name>) => Promise<Output<Name> | Refusal>;

const demo: SignIn<'session.demo'> = async ({ db, now, newId, personas, campaignId }, input) => {
  if (!personas) return refuse('forbidden', '正式环境不提供演示身份。');
  const persona = personas.find(({ id }) => id === input.persona);
  if (!persona) return refuse('invalid_input', undefined, { persona: '没有这个演示身份。' });
  const newPerson: PersonView = { id: newId(), kind: 'demo', label: persona.name };
  return db.transaction().execute(async (trx) => {
    const person = await findOrMakePerson(trx, { provider: 'demo', subject: persona.id }, newPerson, now);
    for (const held of persona.holds) await grantRole(trx, { ...held, id: newId(), personId: person.id, campaignId, name: persona.name, grantedAt: now, grantedBy: null });
    if (persona.expert) await insertExpert(trx, { ...persona.expert, id: newId(), campaignId, personId: person.id });
    return startSession(trx, person, now);
  });
};

const guest: SignIn<'session.guest'> = ({ db, now, newId }) =>
  db.transaction().execute(async (trx) => {
    const person: PersonView = { id: newId(), kind: 'guest', label: '访客' };
    await insertPerson(trx, person, now);
    return startSession(trx, person, now);
  });

const wechat: SignIn<'session.wechat'> = async (context, { code }) => {
  if (!context.exchangeCode) {
    // The demo has no WeChat behind it: a mini-program in the developer tools is a guest there.
    return context.personas ? guest(context, {}) : refuse('unavailable', '这里没有开通微信登录，请用其他方式登录。');
  }
  // Before any transaction: WeChat may take seconds, and a connection must not wait for it.
  const exchange = await context.exchangeCode(code);
  if ('refusal' in exchange) return exchange.refusal;
  const person = await personOf(context, { provider: 'wechat', subject: exchange.openid });
  return startSession(context.db, person, context.now);
};

const end: SignIn<'session.end'> = async ({ db, token }) => {
  if (token !== undefined) await deleteSession(db, hashSecret(token));
  return { ended: true };
};

export const signIns: { readonly [Name in SignInName]: SignIn<Name> } = {
  'session.demo': demo,
  'session.guest': guest,
  'session.wechat': wechat,
  'session.end': end,
  'pairing.start': startPairing,
  'pairing.take': takePairing,
};
