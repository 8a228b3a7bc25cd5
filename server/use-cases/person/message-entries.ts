import type { Kysely } from 'kysely';
import { chinaIso } from '../../../src/domain/china-time';
import { messageKinds, templateNames } from '../../../src/domain/message-kind';
import { listAllMessages } from '../../storage/message/message-store';
import { listOutbox } from '../../storage/message/outbox-store';
import { listGrants } from '../../storage/message/subscription-store';
import type { Database } from '../../storage/tables';

type Entry = Readonly<Record<string, unknown>>;

const copyStates = { waiting: '等待发送', sending: '等待发送', sent: '已发送', failed: '发送失败', 'not-possible': '未获允许' } as const;

/** The person's messages, with what became of WeChat's copy. */
export async function messageEntries(db: Kysely<Database>, personId: string): Promise<Entry[]> {
  const [messages, copies] = await Promise.all([listAllMessages(db, personId), listOutbox(db, personId)]);
  const states = new Map(copies.map(({ messageId, state }) => [messageId, copyStates[state]]));
  return messages.map(({ id, at, kind, title, text, readAt }) => ({
    ...{ 时间: chinaIso(at), 类别: messageKinds[kind].name, 标题: title, 内容: text, 阅读时间: readAt && chinaIso(readAt) },
    微信提醒: states.get(id) ?? null,
  }));
}

export async function subscriptionEntries(db: Kysely<Database>, personId: string): Promise<Entry[]> {
  const grants = await listGrants(db, personId);
  return grants.map(({ template, usable, grantedAt }) => ({ 微信提醒: templateNames[template], 还可发送次数: usable, 最近允许: chinaIso(grantedAt) }));
}
