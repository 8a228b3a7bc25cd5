import { chinaDate } from '../../../src/domain/china-time';
import { dailyQuestion } from '../../../src/domain/daily-question';
import { draw, optionOrder, questionsPerCheck, questionsPerPractice, shuffled } from '../../../src/domain/draw';
import { isDue } from '../../../src/domain/review';
import type { ParsedInput } from '../../../src/contract/actions';
import type { PracticeView, QuestionType } from '../../../src/contract/practice';
import { refuse, Refusal } from '../../refusal';
import {
  findDailyPractice,
  findDrawableTopic,
  findPractice,
  insertPractice,
  listPracticeBank,
  listPracticeQuestions,
  type StoredPractice,
} from '../../storage/stores/practice-store';
import { findLesson, lockProgress, saveCheck } from '../../storage/activity/lesson-store';
import { listForReview } from '../../storage/stores/wrong-question-store';
import type { Context, UseCase } from '../../use-case';
import { practiceView } from './practice-view';

type StartContext = Context<'practice.start'>;

interface Draw {
  readonly topicId: string | null;
  readonly dailyOn: string | null;
  readonly title: string;
  readonly questions: readonly { readonly id: string; readonly type: QuestionType; readonly optionCount: number }[];
}

async function drawFromTopic({ db, campaign, caller, randomBelow }: StartContext, topicId: string, most = questionsPerPractice): Promise<Draw | Refusal> {
  const topic = await findDrawableTopic(db, { campaignId: campaign.id, topicId, personId: caller.person.id });
  if (!topic) return refuse('not_found', '没有找到这个专题，请从专题列表中选择。');
  return { topicId, dailyOn: null, title: topic.title, questions: draw(topic.questions, most, randomBelow) };
}

/** What is due today; on a day without any, what is due next. */
async function drawFromMistakes({ db, campaign, caller, now, randomBelow }: StartContext): Promise<Draw | Refusal> {
  const today = chinaDate(now);
  const next = await listForReview(db, { campaignId: campaign.id, personId: caller.person.id }, questionsPerPractice);
  if (next.length === 0) return refuse('not_found', '错题本里还没有题目，先选一个专题练一练吧。');
  const due = next.filter((question) => isDue(question, today));
  return { topicId: null, dailyOn: null, title: '错题复习', questions: shuffled(due.length > 0 ? due : next, randomBelow) };
}

async function drawOfTheDay({ db, campaign }: StartContext, day: string): Promise<Draw | Refusal> {
  const bank = await listPracticeBank(db, campaign.id);
  const id = dailyQuestion(campaign.id, campaign.startsOn, day, bank.map((question) => question.id));
  const question = bank.find((candidate) => candidate.id === id);
  if (!question) return refuse('not_found', '今天没有题目，请从专题列表中选择。');
  return { topicId: question.topicId, dailyOn: day, title: '每日一题', questions: [question] };
}

/** Undefined when the day's practice was started by another call in the same moment. */
async function keep({ db, campaign, caller, now, newId, randomBelow }: StartContext, { questions, ...drawn }: Draw): Promise<StoredPractice | undefined> {
  const id = newId();
  const kept = await insertPractice(db, {
    ...drawn,
    id,
    personId: caller.person.id,
    campaignId: campaign.id,
    startedAt: now,
    questions: questions.map((question) => ({ id: question.id, optionOrder: optionOrder(question.type, question.optionCount, randomBelow) })),
  });
  return kept ? findPractice(db, id) : undefined;
}

async function startDaily(context: StartContext): Promise<StoredPractice | Refusal | undefined> {
  const { db, campaign, caller, now } = context;
  const day = chinaDate(now);
  const find = () => findDailyPractice(db, { campaignId: campaign.id, personId: caller.person.id }, day);
  const started = await find();
  if (started) return started;
  const drawn = await drawOfTheDay(context, day);
  return drawn instanceof Refusal ? drawn : ((await keep(context, drawn)) ?? find());
}

/** Goes on with the check that is not finished, if there is one. */
async function startCheck(context: StartContext, articleId: string): Promise<StoredPractice | Refusal | undefined> {
  const { db, campaign, caller, now } = context;
  const lesson = await findLesson(db, campaign.id, articleId);
  if (!lesson) return refuse('not_found', '没有找到这门课程，可能已经撤下。');
  if (lesson.topicId === null || lesson.checkQuestionCount === 0) return refuse('not_found', '这门课程没有小测，读完就学完了。');
  const place = { personId: caller.person.id, articleId };
  const begun = await lockProgress(db, place, now);
  if (begun.check && begun.check.answeredCount < begun.check.questionCount) return findPractice(db, begun.check.practiceId);
  const drawn = await drawFromTopic(context, lesson.topicId, questionsPerCheck);
  if (drawn instanceof Refusal) return drawn;
  const practice = await keep(context, { ...drawn, title: `小测：${lesson.title}` });
  if (practice) await saveCheck(db, place, practice.id);
  return practice;
}

async function startAnew(context: StartContext, input: Extract<ParsedInput<'practice.start'>, { from: 'topic' | 'wrong-questions' }>): Promise<StoredPractice | Refusal | undefined> {
  const drawn = input.from === 'topic' ? await drawFromTopic(context, input.topicId) : await drawFromMistakes(context);
  return drawn instanceof Refusal ? drawn : keep(context, drawn);
}

export const startPractice: UseCase<'practice.start'> = async (context, input): Promise<PracticeView | Refusal> => {
  const practice = await (input.from === 'daily' ? startDaily(context) : input.from === 'lesson' ? startCheck(context, input.articleId) : startAnew(context, input));
  if (practice instanceof Refusal) return practice;
  if (!practice) throw new Error('The practice was not kept.');
  return practiceView(practice, await listPracticeQuestions(context.db, practice.id));
};
