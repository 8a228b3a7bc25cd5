import type { PersonalData } from '../../../src/contract/person';
import { chinaIso } from '../../../src/domain/china-time';
import { formatReceiptNumber } from '../../../src/domain/receipt-number';
import { stateLabels } from '../../../src/domain/request-state';
import {
  listAllEvents,
  listAllPractised,
  listAllRequests,
  listAllWrong,
  listIdentities,
  listRoles,
  listSessions,
  type PractisedQuestion,
} from '../../storage/stores/person-store';
import type { StoredEvent, StoredRequest } from '../../storage/stores/request-store';
import type { Context, UseCase } from '../../use-case';
import { campaignOf } from '../campaign/campaign-of';
import { nameOf } from '../campaign/campaign-view';
import { requestTimeline } from '../request/request-view';
import { contestEntries } from './contest-entries';

// The keys are Chinese because a person reads them: this is the whole of what is kept, in the words of the pages.

type Entry = Readonly<Record<string, unknown>>;

const instantOrNull = (instant: Date | null): string | null => instant && chinaIso(instant);

async function requestEntry(context: Context<'person.export'>, request: StoredRequest, events: readonly StoredEvent[]): Promise<Entry> {
  const campaign = await campaignOf(context, request.campaignId);
  const { subjects, areas, title } = campaign.expertVisit;
  return {
    受理编号: formatReceiptNumber(request.receiptNumber),
    活动: campaign.name,
    事项: title,
    状态: stateLabels[request.state],
    办理单位: nameOf(campaign.offices, request.officeId),
    企业名称: request.firmName,
    统一社会信用代码: request.creditCode,
    校验码存疑: request.creditCodeDoubtful,
    联系人: request.contactName,
    联系电话: request.phone,
    所在区域: nameOf(areas, request.areaId),
    想问的方面: nameOf(subjects, request.subjectId),
    具体情况: request.need,
    方便的日期: request.preferredDates,
    提交时间: chinaIso(request.submittedAt),
    承诺答复日期: request.dueOn,
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

export const exportPersonalData: UseCase<'person.export'> = async (context): Promise<PersonalData> => {
  const { db, caller, now } = context;
  const { person } = caller;
  const [requests, practised, wrong, contest, identities, sessions, roles] = await Promise.all([
    requestEntries(context),
    listAllPractised(db, person.id),
    listAllWrong(db, person.id),
    contestEntries(context),
    listIdentities(db, person.id),
    listSessions(db, person.id),
    listRoles(db, person.id),
  ]);
  return {
    exportedAt: chinaIso(now),
    person,
    identities: identities.map(({ provider, subject }) => ({ 来源: provider === 'wechat' ? '微信' : '演示', 标识: subject })),
    sessions: sessions.map(({ createdAt, expiresAt }) => ({ 登录时间: chinaIso(createdAt), 到期时间: chinaIso(expiresAt) })),
    roles: roles.map(({ campaignId, officeName, grantedAt }) => ({ 活动: campaignId, 单位: officeName, 授权时间: chinaIso(grantedAt) })),
    requests,
    practices: practiceEntries(practised),
    wrongQuestions: wrong.map(({ stem, timesWrong, lastWrongAt, dueOn, rightInARow }) => ({
      ...{ 题目: stem, 答错次数: timesWrong, 最近答错: chinaIso(lastWrongAt), 下次复习: dueOn, 连续答对次数: rightInARow },
    })),
    contest,
  };
};
