import { chinaDate, chinaIso } from '../../../src/domain/china-time';
import { formatCertificateCode } from '../../../src/domain/contest/certificate-code';
import type { Flag } from '../../../src/domain/contest/flags';
import type { NameChoice } from '../../../src/domain/contest/shown-name';
import type { ContestSettings } from '../../campaign/schema';
import { isReleased } from '../../contest/settings';
import { listBankQuestions, type StoredBankQuestion } from '../../storage/contest/contest-store';
import { listPersonalAppeals, listPersonalAttempts, listPersonalEntries, type PersonalAppeal, type PersonalEntry } from '../../storage/contest/personal-store';
import type { Context } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';

type Entry = Readonly<Record<string, unknown>>;
type StoredAttempt = Awaited<ReturnType<typeof listPersonalAttempts>>[number];
type Questions = ReadonlyMap<string, StoredBankQuestion>;

const nameChoices: Readonly<Record<NameChoice, string>> = { real: '实名', masked: '部分隐藏', anonymous: '匿名' };
const flagNames: Readonly<Record<Flag, string>> = { 'often-hidden': '多次离开页面', 'too-fast': '答题过快' };
const appealStates: Readonly<Record<PersonalAppeal['state'], string>> = { open: '等待答复', kept: '维持', upheld: '已更正或作废' };

const instantOrNull = (instant: Date | null): string | null => instant && chinaIso(instant);

/** What was chosen, and the points only once results are told. */
function questionEntries({ paper, answers, earned }: StoredAttempt, questions: Questions, told: boolean): Entry[] {
  return paper.map(({ id, points, optionOrder }, index) => {
    const question = questions.get(id);
    const shown = optionOrder.map((original) => question?.options[original]);
    return {
      题目: question?.stem,
      选项: shown,
      我的答案: answers[id]?.[1].map((option) => shown[option]) ?? null,
      分值: points,
      得分: told ? (earned?.[index] ?? null) : null,
    };
  });
}

const attemptEntry = (attempt: StoredAttempt, questions: Questions, told: boolean): Entry => ({
  次数: attempt.number,
  随机数: attempt.nonce,
  状态: attempt.state === 'open' ? '答题中' : '已交卷',
  开始时间: chinaIso(attempt.startedAt),
  截止时间: chinaIso(attempt.deadlineAt),
  交卷时间: instantOrNull(attempt.submittedAt),
  到时自动交卷: attempt.closedBy === null ? null : attempt.closedBy === 'deadline',
  用时毫秒: attempt.usedMs,
  离开页面次数: attempt.hiddenCount,
  得分: told ? attempt.score : null,
  答对题数: told ? attempt.correctCount : null,
  提请工作人员查看: told ? (attempt.flags?.map((flag) => flagNames[flag]) ?? []) : null,
  题目: questionEntries(attempt, questions, told),
});

const appealEntry = ({ stem, reason, filedAt, state, reply }: PersonalAppeal): Entry => ({
  题目: stem,
  理由: reason,
  提出时间: chinaIso(filedAt),
  状态: appealStates[state],
  答复: reply,
});

const certificateEntry = ({ certificateCode, holderName, issuedAt }: PersonalEntry): Entry | null =>
  certificateCode === null ? null : { 证书编号: formatCertificateCode(certificateCode), 姓名: holderName, 发证日期: issuedAt && chinaDate(issuedAt) };

function contestEntry(contest: ContestSettings, entry: PersonalEntry, officeName: string | null, told: boolean): Entry {
  return {
    竞赛: contest.title,
    公开编号: entry.code,
    参加排名和抽奖: entry.ranked,
    榜单显示: nameChoices[entry.nameChoice],
    姓名: entry.name,
    企业名称: entry.enterpriseName,
    统一社会信用代码: entry.enterpriseCode,
    单位: officeName,
    微信群标识: entry.groupId,
    最好成绩: told ? entry.bestScore : null,
    合格: told ? entry.passed : null,
    已进入抽奖名单: entry.eligible,
    中奖次序: entry.prize,
    证书: certificateEntry(entry),
  };
}

/** What the contests keep about the caller; nothing in it tells what the results do not tell yet. */
export async function contestEntries(context: Context<'person.export'>): Promise<Entry[]> {
  const { db, caller, now } = context;
  const personId = caller.person.id;
  const [entries, attempts, appeals] = await Promise.all([listPersonalEntries(db, personId), listPersonalAttempts(db, personId), listPersonalAppeals(db, personId)]);
  const asked = new Set(attempts.flatMap(({ paper }) => paper.map(({ id }) => id)));
  const questions = new Map((await listBankQuestions(db, [...asked])).map((question) => [question.id, question]));
  return Promise.all(
    entries.map(async (entry) => {
      const { contest, offices } = await campaignOf(context, entry.campaignId);
      if (!contest) throw new Error(`The campaign ${entry.campaignId} has lost its contest.`);
      const told = isReleased(contest.results, contest, now);
      const officeName = offices.find(({ id }) => id === entry.officeId)?.name ?? null;
      return {
        ...contestEntry(contest, entry, officeName, told),
        答卷: attempts.filter(({ entrantId }) => entrantId === entry.id).map((attempt) => attemptEntry(attempt, questions, told)),
        申诉: appeals.filter(({ contestId }) => contestId === entry.contestId).map(appealEntry),
      };
    }),
  );
}
