import type { ParsedInput } from '../../../src/contract/actions';
import type { SavedAnswers } from '../../../src/domain/contest/answers';
import type { Bank } from '../../contest/bank';
import { refuse, Refusal } from '../../refusal';

type Given = ParsedInput<'contest.save'>['answers'];

const mistake = (field: string, message: string): Refusal => refuse('invalid_input', undefined, { [`answers.${field}`]: message });

export const notAsked = (index: number): Refusal => mistake(`${index}.questionId`, '这份答卷里没有这道题。');

/** Answers as they are kept, if each question has such options; which questions a paper has is not asked here. */
export function givenAnswers(given: Given, { questions }: Bank): SavedAnswers | Refusal {
  for (const [index, { questionId, chosen }] of given.entries()) {
    const question = questions.get(questionId);
    if (!question) return notAsked(index);
    if (chosen.some((option) => option >= question.options.length)) return mistake(`${index}.chosen`, '没有这个选项，请重新选择。');
    if (question.type !== 'multiple' && chosen.length > 1) return mistake(`${index}.chosen`, '这道题只有一个答案，请只选一项。');
  }
  return Object.fromEntries(given.map(({ questionId, chosen, revision }) => [questionId, [revision, [...chosen].sort((a, b) => a - b)]]));
}

/** The first answer to a question that the paper does not have; −1 when there is none. */
export const indexNotAsked = (given: Given, paper: readonly { readonly id: string }[]): number => given.findIndex(({ questionId }) => !paper.some(({ id }) => id === questionId));
