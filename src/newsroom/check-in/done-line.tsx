import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import { markedOf, nameOf, type Attendee } from './attendees';
import styles from './index.module.scss';
import type { CheckIn } from './use-check-in';

/** What was last done by the list. */
export interface Done {
  /** As they were before. */
  readonly marked: readonly Attendee[];
  readonly present: boolean;
}

interface DoneLineProps {
  readonly done: Done;
  readonly checkIn: CheckIn;
  /** @param standing of whom it still stands */
  readonly onUndo: (standing: readonly Attendee[]) => void;
}

/** What became of it, as it stands now: the server may refuse what was marked without its word. */
export function DoneLine({ done: { marked, present }, checkIn, onUndo }: DoneLineProps) {
  const tickets = new Set(marked.map(({ ticketCode }) => ticketCode));
  const standing = checkIn.attendees.filter((one) => tickets.has(one.ticketCode) && one.present === present);
  const refusals = marked.flatMap(({ ticketCode }) => markedOf(ticketCode, checkIn)?.refusal ?? []);
  const isPending = standing.some(({ pending }) => pending);
  return (
    <View className={styles.done}>
      <Notice tone={refusals.length > 0 ? 'wrong' : isPending ? 'promise' : 'good'} alert>
        {doneWords(marked, present, refusals, isPending)}
      </Notice>
      {standing.length === 0 ? null : <Button look='quiet' text='撤销刚才的操作' onPress={() => onUndo(standing)} />}
    </View>
  );
}

function doneWords(marked: readonly Attendee[], present: boolean, refusals: readonly string[], isPending: boolean): string {
  const [first, second] = marked;
  const [refusal] = refusals;
  const isOne = first !== undefined && second === undefined;
  if (isOne && refusal !== undefined) return `${nameOf(first)}：没有算数。${refusal}`;
  const counted = marked.length - refusals.length;
  const who = isOne ? nameOf(first) : ` ${counted} 人`;
  const words = counted === 0 ? '' : `${present ? `已为${who}签到` : `已撤销${who}的签到`}${isPending ? '，待同步' : ''}。`;
  return refusals.length === 0 ? words : `${words}${refusals.length} 人没有算数，原因见名单和“不在名单里的签到”。`;
}
