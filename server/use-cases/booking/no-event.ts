import { refuse, type Refusal } from '../../refusal';

export const noEvent = (): Refusal => refuse('not_found', '没有找到这一场活动。');
export const noBooking = (): Refusal => refuse('not_found', '没有找到这个预约。');
