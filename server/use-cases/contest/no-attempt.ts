import { refuse, type Refusal } from '../../refusal';

export const noAttempt = (): Refusal => refuse('not_found', '没有找到这份答卷，请回到竞赛页面重新进入。');
