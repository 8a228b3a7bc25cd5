import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { notify, type Notice } from '../../../server/messages/notify';
import type { ConfiguredTemplates } from '../../../server/messages/templates';
import { insertPerson } from '../../../server/storage/stores/identity-store';
import { addGrants } from '../../../server/storage/message/subscription-store';
import type { Database } from '../../../server/storage/tables';
import type { MessageTemplate } from '../../../src/domain/message-kind';
import type { Loopback } from '../wechat-loopback';

export const sampleTemplates: ConfiguredTemplates = {
  result: { id: 'template-result', fields: { thing1: 'title', phrase2: 'kind', time3: 'at', thing4: 'text' } },
  visit: { id: 'template-visit', fields: { thing1: 'title' } },
};

export const sampleNow = new Date('2017-09-07T09:00:00+08:00');

export const sampleNotice: Notice = { at: sampleNow, kind: 'request-answered', title: '您的申请已受理', text: '开发区检验检疫局已受理，将安排专家上门。' };

export interface WechatPerson {
  readonly id: string;
  readonly openid: string;
}

/** A person who came in through WeChat. */
export async function makeWechatPerson(db: Kysely<Database>): Promise<WechatPerson> {
  const id = randomUUID();
  const openid = `openid-${id}`;
  await insertPerson(db, { id, kind: 'wechat', label: '微信用户' }, sampleNow);
  await db.insertInto('identity').values({ provider: 'wechat', subject: openid, personId: id }).execute();
  return { id, openid };
}

/** The person allows a template so many times, in WeChat and in the ledger. */
export async function allow(db: Kysely<Database>, wechat: Pick<Loopback, 'grant'>, { id, openid }: WechatPerson, template: MessageTemplate = 'result', times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await db.transaction().execute((trx) => addGrants(trx, id, [template], sampleNow));
    wechat.grant(openid, sampleTemplates[template]?.id ?? '');
  }
}

export const tell = (db: Kysely<Database>, { id }: Pick<WechatPerson, 'id'>, notice: Partial<Notice> = {}): Promise<void> =>
  db.transaction().execute((trx) => notify(trx, { ...sampleNotice, ...notice, personId: id }));

export const usableOf = async (db: Kysely<Database>, { id }: Pick<WechatPerson, 'id'>, template: MessageTemplate = 'result'): Promise<number> =>
  (await db.selectFrom('subscription').select('usable').where('personId', '=', id).where('template', '=', template).executeTakeFirstOrThrow()).usable;
