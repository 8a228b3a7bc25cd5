import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { HeadingText } from '../../components/heading';
import { formatTicketCode } from '../../domain/booking/ticket-code';
import { nameOf, type Stray } from './attendees';
import styles from './index.module.scss';

interface StraysProps {
  readonly strays: readonly Stray[];
  readonly onDismiss: (markId: string) => void;
}

const whose = ({ row, ticketCode }: Stray): string =>
  row === null ? `凭证 ${formatTicketCode(ticketCode)}` : `${nameOf(row)}${row.phoneTail === null ? '' : `（手机尾号 ${row.phoneTail}）`}`;

/** Marks of whoever is not in the list: each until the server has said what it is, or until its refusal was read. */
export function Strays({ strays, onDismiss }: StraysProps) {
  if (strays.length === 0) return null;
  return (
    <>
      <HeadingText level={3} className={styles.subheading}>
        不在名单里的签到
      </HeadingText>
      {strays.map((stray) => (
        <View key={stray.markId} className={styles.row}>
          <View className={styles.words}>
            <View className={styles.name}>{whose(stray)}</View>
            <View className={stray.refusal === null ? styles.pending : styles.refused}>{stray.refusal === null ? '已记下，同步时核对' : `没有算数：${stray.refusal}`}</View>
          </View>
          {stray.refusal === null ? null : (
            <View className={styles.action}>
              <Button look='quiet' text='知道了' onPress={() => onDismiss(stray.markId)} />
            </View>
          )}
        </View>
      ))}
    </>
  );
}
