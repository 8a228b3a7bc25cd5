import { refuse, type Refusal } from '../../refusal';

export const refuseGuest = (): Refusal => refuse('forbidden', '请在微信小程序里确认电脑端登录。');
