import { nextEssayState } from '../../../src/domain/essay/state';
import { notify } from '../../messages/notify';
import { refuse, Refusal } from '../../refusal';
import { countEssays, insertEssay, lockEssay, updateEssay, type StoredEssay } from '../../storage/essay/essay-store';
import { lockLimits } from '../../storage/stores/person-store';
import type { Context, UseCase } from '../../use-case';
import { essayActors, isReviewer, refuseChangedEssay, refuseUnknownEssay } from './access';
import { closedRefusal, lengthRefusal } from './essay-call';

export const submitEssay: UseCase<'essay.submit'> = async ({ db, campaign, caller, now, newId }, input) => {
  const call = campaign.essayCall;
  if (!call) return refuse('campaign_closed', '本次活动没有征文。');
  const refused = closedRefusal(call, now) ?? lengthRefusal(call, input.body);
  if (refused) return refused;
  // One of a person's essays after the other, so that the limit holds.
  if (!(await lockLimits(db, caller.person.id))) return refuse('session_expired');
  if ((await countEssays(db, campaign.id, caller.person.id)) >= call.mostPerPerson) {
    return refuse('conflict', `每人最多投 ${call.mostPerPerson} 篇。如果想换一篇，可以先撤回已投的作品。`);
  }
  const id = newId();
  await insertEssay(db, { id, campaignId: campaign.id, personId: caller.person.id, ...input, submittedAt: now });
  return { id };
};

type Changing = Context<'essay.resubmit'> | Context<'essay.withdraw'> | Context<'essay.review'>;

/** The essay with its lock, if the caller may see it and nobody has changed it since. */
async function lockForChange(context: Changing, { id, version }: { readonly id: string; readonly version: number }): Promise<StoredEssay | Refusal> {
  const essay = await lockEssay(context.db, id);
  if (!essay || (essay.state !== 'accepted' && essayActors(context, essay).length === 0)) return refuseUnknownEssay();
  return essay.version === version ? essay : refuseChangedEssay();
}

const refuseMove = (): Refusal => refuse('forbidden', '这篇作品现在不能这样处理。');

export const resubmitEssay: UseCase<'essay.resubmit'> = async (context, { id, version, ...text }) => {
  const { db, campaign, now } = context;
  const essay = await lockForChange(context, { id, version });
  if (essay instanceof Refusal) return essay;
  const state = nextEssayState(essay.state, 'resubmit', essayActors(context, essay));
  if (state === null || !campaign.essayCall) return refuseMove();
  // Whoever was asked to mend it may do so after the closing day too.
  const refused = lengthRefusal(campaign.essayCall, text.body);
  if (refused) return refused;
  await updateEssay(db, id, { ...text, state, submittedAt: now, decidedAt: null, decidedBy: null });
  return { id };
};

export const withdrawEssay: UseCase<'essay.withdraw'> = async (context, at) => {
  const essay = await lockForChange(context, at);
  if (essay instanceof Refusal) return essay;
  const state = nextEssayState(essay.state, 'withdraw', essayActors(context, essay));
  if (state === null) return refuseMove();
  await updateEssay(context.db, at.id, { state, decidedAt: context.now });
  return { id: at.id };
};

const outcomes = {
  accept: { title: '您的征文作品已入选展示', text: '感谢您的投稿，作品已经在征文展示里，大家都能看到。' },
  return: { title: '您的征文作品需要修改', text: '请看评审意见，修改后可以再次提交。' },
  decline: { title: '您的征文作品评审已有结果', text: '这篇作品没有入选，评审意见在作品页面里。' },
  'take-down': { title: '您的征文作品已从展示中撤下', text: '撤下的理由在作品页面里。' },
} as const;

export const reviewEssay: UseCase<'essay.review'> = async (context, { id, version, decision, note }) => {
  const { db, caller, now } = context;
  if (!isReviewer(context)) return refuse('forbidden', '征文由承办单位的编辑评审。');
  const essay = await lockForChange(context, { id, version });
  if (essay instanceof Refusal) return essay;
  const actors = essayActors(context, essay);
  const state = nextEssayState(essay.state, decision, actors);
  if (state === null) return actors.includes('author') ? refuse('forbidden', '自己的作品由其他编辑评审。') : refuseMove();
  await updateEssay(db, id, { state, note, decidedAt: now, decidedBy: caller.person.id });
  if (essay.personId !== null) {
    await notify(db, { personId: essay.personId, at: now, kind: 'essay-reviewed', ...outcomes[decision], route: `/activities/essay/index?id=${id}` });
  }
  return { id };
};
