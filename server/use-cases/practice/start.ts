import { draw, optionOrder, questionsPerPractice, shuffled } from '../../../src/domain/draw';
import type { ParsedInput } from '../../../src/contract/actions';
import type { QuestionType } from '../../../src/contract/practice';
import { refuse, Refusal } from '../../refusal';
import { findDrawableTopic, findPractice, insertPractice, listPracticeQuestions } from '../../storage/stores/practice-store';
import { listLatestMistakes } from '../../storage/stores/wrong-question-store';
import type { Context, UseCase } from '../../use-case';
import { practiceView } from './practice-view';

interface Draw {
  readonly topicId: string | null;
  readonly title: string;
  readonly questions: readonly { readonly id: string; readonly type: QuestionType; readonly optionCount: number }[];
}

async function drawFromTopic({ db, campaign, caller, randomBelow }: Context<'practice.start'>, topicId: string): Promise<Draw | Refusal> {
  const topic = await findDrawableTopic(db, { campaignId: campaign.id, topicId, personId: caller.person.id });
  if (!topic) return refuse('not_found', '没有找到这个专题，请从专题列表中选择。');
  return { topicId, title: topic.title, questions: draw(topic.questions, questionsPerPractice, randomBelow) };
}

async function drawFromMistakes({ db, campaign, caller, randomBelow }: Context<'practice.start'>): Promise<Draw | Refusal> {
  const latest = await listLatestMistakes(db, { campaignId: campaign.id, personId: caller.person.id }, questionsPerPractice);
  if (latest.length === 0) return refuse('not_found', '错题本里还没有题目，先选一个专题练一练吧。');
  return { topicId: null, title: '错题练习', questions: shuffled(latest, randomBelow) };
}

const drawFor = (context: Context<'practice.start'>, input: ParsedInput<'practice.start'>): Promise<Draw | Refusal> =>
  input.from === 'topic' ? drawFromTopic(context, input.topicId) : drawFromMistakes(context);

export const startPractice: UseCase<'practice.start'> = async (context, input) => {
  const { db, campaign, caller, now, newId, randomBelow } = context;
  const drawn = await drawFor(context, input);
  if (drawn instanceof Refusal) return drawn;
  const id = newId();
  await insertPractice(db, {
    id,
    personId: caller.person.id,
    campaignId: campaign.id,
    topicId: drawn.topicId,
    title: drawn.title,
    startedAt: now,
    questions: drawn.questions.map((question) => ({
      id: question.id,
      optionOrder: optionOrder(question.type, question.optionCount, randomBelow),
    })),
  });
  const practice = await findPractice(db, id);
  if (!practice) throw new Error('The practice was not kept.');
  return practiceView(practice, await listPracticeQuestions(db, id));
};
