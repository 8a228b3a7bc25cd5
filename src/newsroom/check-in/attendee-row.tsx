import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Pressable } from '../../components/controls/pressable';
import { Icon } from '../../components/icon';
import { nameOf, type Attendee } from './attendees';
import styles from './index.module.scss';

interface AttendeeRowProps {
  readonly attendee: Attendee;
  /** Nobody can be marked any more. */
  readonly closed: boolean;
  /** Null while nothing is being chosen. */
  readonly selected: boolean | null;
  readonly onMark: (present: boolean) => void;
  readonly onSelect: () => void;
}

const standingWords = ({ present, pending }: Attendee): string => `${present ? '已到' : '未到'}${pending ? '，待同步' : ''}`;

/** One person at the door; whether anybody else is marked changes nothing in it. */
export function AttendeeRow({ attendee, closed, selected, onMark, onSelect }: AttendeeRowProps) {
  const { phoneTail, firmName, present, refusal } = attendee;
  const name = nameOf(attendee);
  const detail = [phoneTail === null ? '' : `手机尾号 ${phoneTail}`, firmName ?? ''].filter((text) => text !== '').join(' · ');
  return (
    <View className={`${styles.row} ${present ? styles.here : ''}`}>
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className={styles.detail}>{detail}</View>
        <View className={present ? styles.standing : styles.detail}>{standingWords(attendee)}</View>
        {refusal === null ? null : <View className={styles.refused}>{`没有算数：${refusal}`}</View>}
      </View>
      {selected === null ? (
        <View className={styles.action}>
          <Button look={present ? 'quiet' : 'plain'} text={present ? '撤销' : '签到'} label={`${present ? '撤销' : '签到'}：${name}`} disabled={closed} onPress={() => onMark(!present)} />
        </View>
      ) : present ? null : (
        <Pressable role='checkbox' label={`选择${name}`} checked={selected} className={styles.choice} onPress={onSelect}>
          <View className={`${styles.box} ${selected ? styles.on : ''}`}>{selected ? <Icon name='check' small /> : null}</View>
        </Pressable>
      )}
    </View>
  );
}
