import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import { AttendeeRow } from './attendee-row';
import { matching, type Attendee } from './attendees';
import styles from './index.module.scss';
import type { CheckIn } from './use-check-in';

/** Drawn at once: with 2,000 people the page would be too heavy for a phone. */
const AT_ONCE = 20;

const parts = [
  { id: 'absent', name: '未到' },
  { id: 'present', name: '已到' },
] as const;

type Part = (typeof parts)[number]['id'];

interface Done {
  readonly attendees: readonly Attendee[];
  readonly present: boolean;
}

const doneWords = ({ attendees, present }: Done): string => {
  const who = attendees.length === 1 ? (attendees[0]?.name ?? '这位参加者') : ` ${attendees.length} 人`;
  return present ? `已为${who}签到。` : `已撤销${who}的签到。`;
};

/** By the list: one with a tap, several together, and back again. */
export function AttendeeList({ checkIn: { list, attendees, mark, dismiss } }: { checkIn: CheckIn }) {
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
    for (const { refused } of marked) if (refused !== null) dismiss(refused.markId);
    mark(marked, present);
    setDone({ attendees: marked, present });
    setChosen(null);
  };
  const undo = ({ attendees: marked, present }: Done) => {
    const ids = marked.map(({ bookingId }) => bookingId);
    mark(
      attendees.filter(({ bookingId }) => ids.includes(bookingId)),
      !present,
    );
    setDone(null);
  };
  const narrow = (change: () => void) => {
    change();
    setFrom(0);
  };

  return (
    <>
      <TextField id='search' label='按名单签到' help='输入姓名、单位或手机尾号查找。' initial='' onInput={(text) => narrow(() => setWords(text))} />
      <ChoiceRow label='是否已到' all='全部' choices={parts} chosen={part} onChoose={(id) => narrow(() => setPart(parts.find((one) => one.id === id)?.id))} />
      <View className={styles.tools}>
        {list.event.cancelled || chosen !== null ? null : <Button look='quiet' text='多人一起签到' onPress={() => setChosen([])} />}
      </View>
      <View>
        {done === null ? null : (
          <View className={styles.done}>
            <Notice tone='good' alert>
              {doneWords(done)}
            </Notice>
            <Button look='quiet' text='撤销刚才的操作' onPress={() => undo(done)} />
          </View>
        )}
      </View>
      <View className={styles.rows}>
        {shown.map((attendee) => (
          <AttendeeRow
            key={attendee.bookingId}
            attendee={attendee}
            closed={list.event.cancelled}
            selected={chosen === null ? null : chosen.includes(attendee.bookingId)}
            onMark={(present) => put([attendee], present)}
            onSelect={() => setChosen((before) => toggled(before ?? [], attendee.bookingId))}
          />
        ))}
      </View>
      {found.length === 0 ? <Empty icon='search' title='没有找到' text={attendees.length === 0 ? '还没有人预约成功。' : '可以换一个姓名、单位或手机尾号试试。'} /> : null}
      <Pager from={start} total={found.length} onTurn={setFrom} />
      {chosen === null ? null : (
        <View className={styles.bar}>
          <Button look='plain' text='取消选择' onPress={() => setChosen(null)} />
          <Button
            text={`签到所选 ${chosen.length} 人`}
            disabled={chosen.length === 0}
            onPress={() =>
              put(
                attendees.filter(({ bookingId }) => chosen.includes(bookingId)),
                true,
              )
            }
          />
        </View>
      )}
    </>
  );
}

const toggled = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

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
