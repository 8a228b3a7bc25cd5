import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import type { LeftOut } from '../../contract/visit/plan';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import styles from './index.module.scss';
import { WishBox } from './stop';
import type { Planning } from './use-plan';

const AT_ONCE = 10;

/** The firms for which there is no visit, each with what stands in the way. */
export function LeftOutList({ leftOut, planning: { plan, pins, insist } }: { leftOut: readonly LeftOut[]; planning: Planning }) {
  const [shown, show] = useState(AT_ONCE);
  if (leftOut.length === 0) return null;
  return (
    <>
      <Heading text={`未能安排（${leftOut.length}）`} />
      {leftOut.slice(0, shown).map(({ requestId, firmName, receiptNumber, subject, why }) => (
        <View key={requestId} className={styles.stop}>
          <View className={styles.firm}>{firmName}</View>
          <View className={styles.detail}>{`${subject} · ${formatReceiptNumber(receiptNumber)}`}</View>
          <View className={styles.why}>
            {why.map((sentence) => (
              <View key={sentence}>{sentence}</View>
            ))}
          </View>
          {plan?.publishedAt === null ? (
            <View className={styles.buttons}>
              <WishBox
                text='一定要安排'
                label={`一定要安排${firmName}`}
                on={pins.some((pin) => pin.requestId === requestId)}
                onPress={() => {
                  insist(requestId);
                }}
              />
            </View>
          ) : null}
        </View>
      ))}
      {leftOut.length > shown ? <Button look='quiet' text={`显示其余 ${leftOut.length - shown} 件`} onPress={() => show(leftOut.length)} /> : null}
    </>
  );
}
