import type { PersonalData } from '../../../src/contract/person';
import { chinaIso } from '../../../src/domain/china-time';
import { formatReceiptNumber } from '../../../src/domain/request/receipt-number';
import { roleNames } from '../../../src/domain/role';
import { stateLabels } from '../../../src/domain/request/state';
import {
  listAllEvents,
  listAllPractised,
  listAllRequests,
  listAllWrong,
  listIdentities,
  listSessions,
  type PractisedQuestion,
} from '../../storage/stores/person-store';
import { listUploads, type StoredAttachment } from '../../storage/attachment/attachment-store';
import { listAuditOfPerson } from '../../storage/role/audit-store';
import { listReadTitles } from '../../storage/search/reading-store';
import { listGrantsOfPerson } from '../../storage/role/role-store';
import type { StoredEvent } from '../../storage/request/event-store';
import type { StoredRequest } from '../../storage/request/request-store';
import type { Context, UseCase } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';
import { nameOf } from '../../campaign/name-of';
import { kindOf, storedValue, valueWords } from '../../campaign/request-words';
import { requestTimeline } from '../../request/words';
import { caseEntries } from './case-entries';
import { bookingEntries } from './booking-entries';
import { essayEntries } from './essay-entries';
import { newsroomEntries } from './newsroom-entries';
import { contestEntries } from './contest-entries';
import { expertEntries } from './expert-entries';
import { lessonEntries } from './lesson-entries';
import { messageEntries, subscriptionEntries } from './message-entries';

// The keys are Chinese because a person reads them: this is the whole of what is kept, in the words of the pages.

type Entry = Readonly<Record<string, unknown>>;

const instantOrNull = (instant: Date | null): string | null => instant && chinaIso(instant);

async function requestEntry(context: Context<'person.export'>, request: StoredRequest, events: readonly StoredEvent[]): Promise<Entry> {
  const campaign = await campaignOf(context, request.campaignId);
  const kind = kindOf(campaign, request.kind);
  const filledIn = kind.fields.flatMap((field) => {
    const value = storedValue(request, field);
    return value === undefined ? [] : [[field.label, valueWords(field, value, campaign)]];
  });
  return {
    受理编号: formatReceiptNumber(request.receiptNumber),
    活动: campaign.name,
    事项: kind.title,
    状态: stateLabels[request.state],
    办理单位: nameOf(campaign.offices, request.officeId),
    填写的内容: Object.fromEntries(filledIn),
    校验码存疑: request.creditCodeDoubtful,
    匿名: request.anonymous,
    提交时间: chinaIso(request.submittedAt),
    承诺日期: request.dueOn,
    剩余工作日: request.workingDaysLeft,
    受理日期: request.answeredOn,
    办结时间: instantOrNull(request.closedAt),
    办理过程: requestTimeline(events, campaign).map(({ at, title: what, by, note }) => ({ 时间: at, 事项: what, 经办: by, 说明: note })),
  };
}

async function requestEntries(context: Context<'person.export'>): Promise<Entry[]> {
  const { db, caller } = context;
  const [requests, events] = await Promise.all([listAllRequests(db, caller.person.id), listAllEvents(db, caller.person.id)]);
  return Promise.all(requests.map((request) => requestEntry(context, request, events.get(request.id) ?? [])));
}

/** An unanswered question without what would give its answer away. */
function questionEntry({ stem, options, optionOrder, chosen, correct, answeredAt }: PractisedQuestion): Entry {
  const shown = optionOrder.map((original) => options[original]);
  return {
    题目: stem,
    选项: shown,
    我的答案: chosen?.map((index) => shown[index]) ?? null,
    答对: correct,
    作答时间: instantOrNull(answeredAt),
  };
}

function practiceEntries(questions: readonly PractisedQuestion[]): Entry[] {
  const byPractice = new Map<string, PractisedQuestion[]>();
  for (const question of questions) byPractice.set(question.practiceId, [...(byPractice.get(question.practiceId) ?? []), question]);
  return [...byPractice.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { title, dailyOn, startedAt, finishedAt } = first;
    return [{ 练习: title, 每日一题日期: dailyOn, 开始时间: chinaIso(startedAt), 完成时间: instantOrNull(finishedAt), 题目: all.map(questionEntry) }];
  });
}

const attachmentEntry = ({ id, name, mediaType, byteLength, createdAt }: StoredAttachment, { fileLink }: Context<'person.export'>): Entry => ({
  ...{ 名称: name, 类型: mediaType, 字节数: byteLength, 上传时间: chinaIso(createdAt), 一小时内可打开: fileLink(id) },
});

export const exportPersonalData: UseCase<'person.export'> = async (context): Promise<PersonalData> => {
  const { db, caller, now } = context;
  const { person } = caller;
  const [requests, cases, practised, wrong, contest, attachments, messages, subscriptions, identities, sessions, roles, changes, expertProfiles, essays, newsroom] = await Promise.all([
    requestEntries(context),
    caseEntries(db, person.id),
    listAllPractised(db, person.id),
    listAllWrong(db, person.id),
    contestEntries(context),
    listUploads(db, person.id),
    messageEntries(db, person.id),
    subscriptionEntries(db, person.id),
    listIdentities(db, person.id),
    listSessions(db, person.id),
    listGrantsOfPerson(db, person.id),
    listAuditOfPerson(db, person.id),
    expertEntries(context),
    essayEntries(db, person.id),
    newsroomEntries(db, person.id),
  ]);
  return {
    exportedAt: chinaIso(now),
    person,
    identities: identities.map(({ provider, subject }) => ({ 来源: provider === 'wechat' ? '微信' : '演示', 标识: subject })),
    sessions: sessions.map(({ createdAt, expiresAt }) => ({ 登录时间: chinaIso(createdAt), 到期时间: chinaIso(expiresAt) })),
    roles: roles.map(({ campaignId, role, officeName, name, grantedAt }) => ({
      ...{ 活动: campaignId, 角色: roleNames[role], 单位: officeName, 登记姓名: name, 授权时间: chinaIso(grantedAt) },
    })),
    expertProfiles,
    changes: changes.map(({ at, action, about }) => ({ 时间: chinaIso(at), 操作: action, 编号: about })),
    requests,
    ...cases,
    ...essays,
    newsroom,
    attachments: attachments.map((attachment) => attachmentEntry(attachment, context)),
    messages,
    subscriptions,
    ...(await bookingEntries(db, person.id)),
    lessons: await lessonEntries(db, person.id),
    readArticles: await listReadTitles(db, person.id),
    practices: practiceEntries(practised),
    wrongQuestions: wrong.map(({ stem, timesWrong, lastWrongAt, dueOn, rightInARow }) => ({
      ...{ 题目: stem, 答错次数: timesWrong, 最近答错: chinaIso(lastWrongAt), 下次复习: dueOn, 连续答对次数: rightInARow },
    })),
    contest,
  };
};
