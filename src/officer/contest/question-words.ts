import type { QuestionType } from '../../contract/practice';

export const typeNames = { single: '单选', multiple: '多选', judgement: '判断' } as const satisfies Record<QuestionType, string>;
