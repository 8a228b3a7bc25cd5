import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Notice } from '../../../components/notice';
import styles from './bulk-bar.module.scss';
import { MOST_AT_ONCE, type Bulk, type BulkResult } from './use-bulk';

/** How many are chosen, and what to do with them. Its box stays, so that the list beside it is not sent again. */
export function BulkBar({ bulk: { chosen, stop, accept, busy, error } }: { bulk: Bulk }) {
  return (
    <View className={chosen === null ? '' : styles.bar}>
      {chosen === null ? null : (
        <>
          {error === null ? null : (
            <Notice tone='wrong' alert>
              {error.message}
            </Notice>
          )}
          <View className={styles.help}>{`选择等待受理的申请，一次最多 ${MOST_AT_ONCE} 份。`}</View>
          <Buttons>
            <Button look='plain' text='取消选择' disabled={busy} onPress={stop} />
            <Button text={`受理所选 ${chosen.length} 份`} busy={busy} disabled={chosen.length === 0} onPress={() => void accept()} />
          </Buttons>
        </>
      )}
    </View>
  );
}

/** Which were accepted, and which were not and why. */
export function BulkOutcome({ result: { accepted, refused } }: { result: BulkResult }) {
  return (
    <>
      {accepted === 0 ? null : (
        <Notice tone='good' alert>
          {`已受理 ${accepted} 份。`}
        </Notice>
      )}
      {refused.length === 0 ? null : (
        <Notice tone='wrong' alert>
          <View>{`有 ${refused.length} 份没有受理：`}</View>
          {refused.map(({ id, name, message }) => (
            <View key={id}>{`${name}：${message}`}</View>
          ))}
        </Notice>
      )}
    </>
  );
}
