import { View } from '@tarojs/components';
import type { LineId } from '../contract/campaign';
import type { RequestState } from '../domain/request/state';
import styles from './tag.module.scss';

export type Hue = 'brand' | 'seal' | 'blue' | 'gold' | 'ok' | 'grey';

/** The hue of a line's tag; marks take it from `.line-…` in the theme. */
export const lineHues = {
  publicity: 'brand',
  rectification: 'seal',
  service: 'blue',
  brand: 'gold',
} as const satisfies Record<LineId, Hue>;

export function Tag({ text, hue }: { text: string; hue: Hue }) {
  return <View className={`${styles.tag} ${styles[hue]}`}>{text}</View>;
}

/** Gold waits for the firm, blue for the office; brand is under way. */
export const stateHues = {
  submitted: 'blue',
  returned: 'gold',
  reopened: 'blue',
  accepted: 'brand',
  assigned: 'brand',
  scheduled: 'brand',
  visited: 'brand',
  concluded: 'gold',
  confirmed: 'ok',
  declined: 'seal',
  withdrawn: 'grey',
  merged: 'grey',
} as const satisfies Record<RequestState, Hue>;
