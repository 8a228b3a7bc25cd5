import { monthDayTime } from '../../../src/domain/china-time';
import { keyedHash } from '../../../src/domain/contest/chance';
import { entrantCode } from '../../../src/domain/contest/entrant-code';
import { adoptFormerEntrant } from '../../contest/former-entrant';
import { contestOf } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { findEntrant, saveGroup } from '../../storage/contest/entrant-store';
import { findPersonByIdentity } from '../../storage/stores/identity-store';
import type { UseCase } from '../../use-case';
import { phaseOf } from '../contest/contest-rules';
import { groupCode } from '../contest/my-contest';

const ID_DIGITS = 32;

/** What is kept of a group: it tells groups apart and leads back to none. */
const opaqueGroupId = (seed: string, groupId: string): string => keyedHash(seed, JSON.stringify(['group', groupId])).slice(0, ID_DIGITS);

export const joinGroup: UseCase<'contest.join-group'> = async ({ db, campaign, caller: { person }, now, newId, randomBelow, readBank, openGroup }, sealed) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  if (phaseOf(contest, now) === 'closed') return refuse('contest_not_open', `竞赛已于 ${monthDayTime(contest.closesAt)} 结束，不能再加入微信群。`);
  if (!openGroup) return refuse('unavailable', '这里没有接通微信，认不出微信群；不加入微信群也可以参赛。');
  const opened = await openGroup(sealed);
  if ('refusal' in opened) return opened.refusal;
  const holder = await findPersonByIdentity(db, { provider: 'wechat', subject: opened.openid });
  if (holder?.id !== person.id) return refuse('forbidden', '分享卡片是用另一个微信账号打开的，请用登录的账号重新打开。');
  const { seed } = await readBank(db);
  if (!(await findEntrant(db, contest.id, person.id))) await adoptFormerEntrant(db, contest.id, person.id, seed);
  const groupId = opaqueGroupId(seed, opened.groupId);
  const entrant = { id: newId(), personId: person.id, code: entrantCode(randomBelow), ranked: person.kind !== 'guest' };
  return (await saveGroup(db, contest.id, entrant, groupId)) ? { groupCode: groupCode(groupId) } : refuse('session_expired');
};
