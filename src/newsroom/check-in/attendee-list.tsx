import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { TextField } from '../../components/form/text-field';
import { AttendeeRow } from './attendee-row';
import { matching, type Attendee } from './attendees';
import { DoneLine, type Done } from './done-line';
import styles from './index.module.scss';
import type { CheckIn } from './use-check-in';

/** Drawn at once: with 2,000 people the page would be too heavy for a phone. */
const AT_ONCE = 20;

const parts = [
  { id: 'absent', name: '未到' },
  { id: 'present', name: '已到' },
] as const;

type Part = (typeof parts)[number]['id'];

/** By the list: one with a tap, several together, and back again. */
export function AttendeeList({ checkIn }: { checkIn: CheckIn }) {
  const { list, attendees, mark } = checkIn;
  const [words, setWords] = useState('');
  const [part, setPart] = useState<Part>();
  const [from, setFrom] = useState(0);
  /** Null while nothing is being chosen. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const found = matching(attendees, words).filter(({ present }) => part === undefined || present === (part === 'present'));
  const start = from < found.length ? from : 0;
  const shown = found.slice(start, start + AT_ONCE);
  const put = (marked: readonly Attendee[], present: boolean) => {
    mark(marked, present);
    setDone({ marked, present });
    setChosen(null);
  };
  const undo = (standing: readonly Attendee[], present: boolean) => {
    mark(standing, !present);
    setDone(null);
  };
  // Whoever was chosen may have come by the ticket since.
  const selected = attendees.filter(({ ticketCode, present }) => chosen?.includes(ticketCode) === true && !present);
  const narrow = (change: () => void) => {
    change();
    setFrom(0);
  };

  return (
    <>
      <TextField id='search' label='按名单签到' help='输入姓名、单位或手机尾号查找。' initial='' onInput={(text) => narrow(() => setWords(text))} />
      <ChoiceRow label='是否已到' all='全部' choices={parts} chosen={part} onChoose={(id) => narrow(() => setPart(parts.find((one) => one.id === id)?.id))} />
      <View>
        {list.event.cancelled || chosen !== null ? null : (
          <Buttons>
            <Button look='quiet' text='多人一起签到' onPress={() => setChosen([])} />
          </Buttons>
        )}
      </View>
      <View>{done === null ? null : <DoneLine done={done} checkIn={checkIn} onUndo={(standing) => undo(standing, done.present)} />}</View>
      <View className={styles.rows}>
        {shown.map((attendee) => (
          <AttendeeRow
            key={attendee.ticketCode}
            attendee={attendee}
            closed={list.event.cancelled}
            selected={chosen === null ? null : chosen.includes(attendee.ticketCode)}
            onMark={(present) => put([attendee], present)}
            onSelect={() => setChosen((before) => toggled(before ?? [], attendee.ticketCode))}
          />
        ))}
      </View>
      {found.length === 0 ? <Empty icon='search' title='没有找到' text={attendees.length === 0 ? '还没有人预约成功。' : '可以换一个姓名、单位或手机尾号试试。'} /> : null}
      <Pager from={start} total={found.length} onTurn={setFrom} />
      {chosen === null ? null : (
        <View className={styles.bar}>
          <Button look='plain' text='取消选择' onPress={() => setChosen(null)} />
          <Button text={`签到所选 ${selected.length} 人`} disabled={selected.length === 0} onPress={() => put(selected, true)} />
        </View>
      )}
    </>
  );
}

const toggled = (codes: readonly string[], code: string): readonly string[] => (codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code]);

function Pager({ from, total, onTurn }: { from: number; total: number; onTurn: (from: number) => void }) {
  if (total <= AT_ONCE) return null;
  return (
    <View className={styles.pager}>
      <Button look='quiet' text='上一页' disabled={from === 0} onPress={() => onTurn(from - AT_ONCE)} />
      <View className={styles.detail}>{`${from + 1}—${Math.min(from + AT_ONCE, total)}，共 ${total} 人`}</View>
      <Button look='quiet' text='下一页' disabled={from + AT_ONCE >= total} onPress={() => onTurn(from + AT_ONCE)} />
    </View>
  );
}
