import type { QuestionType } from '../../contract/practice';

/** How a question is to be answered, as it stands beside its number. */
export const typeWords = { single: '单选', multiple: '多选，可选几项', judgement: '判断' } as const satisfies Record<QuestionType, string>;
