import type { Hand } from '../../contract/newsroom/manuscript';
import { monthDayTime } from '../../domain/china-time';

/** Who it was, as the others are told. */
export const nameOf = ({ name, mine }: Omit<Hand, 'at'>): string => (mine ? '您' : (name ?? '已注销的编辑'));

/** `9 月 7 日 14:30 · 张示例` */
export const handWords = (hand: Hand): string => `${monthDayTime(hand.at)} · ${nameOf(hand)}`;
