import type { Kysely } from 'kysely';
import { chinaIso } from '../../../src/domain/china-time';
import { formatReceiptNumber } from '../../../src/domain/request/receipt-number';
import { listCaseMessagesOfPerson } from '../../storage/request/case-store';
import { listFollowings } from '../../storage/request/follower-store';
import { listSurveysOfPerson } from '../../storage/request/survey-store';
import type { Database } from '../../storage/tables';

type Entry = Readonly<Record<string, unknown>>;

const helpedWords = { yes: '有帮助', partly: '有一些帮助', no: '没有帮助' } as const;

/** What a person did in cases beside filing them. */
export async function caseEntries(db: Kysely<Database>, personId: string): Promise<Readonly<Record<'caseMessages' | 'followings' | 'surveys', Entry[]>>> {
  const [messages, followings, surveys] = await Promise.all([listCaseMessagesOfPerson(db, personId), listFollowings(db, personId), listSurveysOfPerson(db, personId)]);
  return {
    caseMessages: messages.map(({ receiptNumber, at, audience, text }) => ({
      ...{ 受理编号: formatReceiptNumber(receiptNumber), 时间: chinaIso(at), 谁能看到: audience === 'inside' ? '办理单位内部' : '所有参与的人', 内容: text },
    })),
    followings: followings.map(({ receiptNumber, since }) => ({ 受理编号: formatReceiptNumber(receiptNumber), 开始跟进: chinaIso(since) })),
    surveys: surveys.map(({ receiptNumber, round, askedAt, answeredAt, helped, comment }) => ({
      ...{ 受理编号: formatReceiptNumber(receiptNumber), 办结后天数: round, 回访时间: chinaIso(askedAt), 回答时间: answeredAt && chinaIso(answeredAt) },
      ...{ 是否有帮助: helped && helpedWords[helped], 补充说明: comment },
    })),
  };
}
