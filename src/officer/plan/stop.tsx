import { View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { Tag, type Hue } from '../../components/tag';
import type { ProposedStop } from '../../contract/visit/plan';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import styles from './index.module.scss';
import type { Wish } from './use-plan';

const changes = {
  same: { text: '不变', hue: 'grey' },
  moved: { text: '改动', hue: 'gold' },
  new: { text: '新增', hue: 'blue' },
} as const satisfies Record<NonNullable<ProposedStop['change']>, { text: string; hue: Hue }>;

interface StopProps {
  readonly stop: ProposedStop;
  readonly wish: Wish;
  /** Nothing can be asked of it any more. */
  readonly published: boolean;
  readonly onWish: (wish: 'pin' | 'exclude') => void;
}

/** One firm of a visit, why it stands here, and what the dispatcher asks of it. */
export function Stop({ stop, wish, published, onWish }: StopProps) {
  const { firmName, receiptNumber, subject, why, preferred, pinned, change } = stop;
  const [isOpen, setOpen] = useState(false);
  return (
    <View className={styles.stop}>
      <View className={styles.firm}>{firmName}</View>
      <View className={styles.detail}>{`${subject} · ${formatReceiptNumber(receiptNumber)}`}</View>
      <View className={styles.tags}>
        {preferred ? <Tag text='企业方便的日期' hue='ok' /> : null}
        {published && pinned ? <Tag text='人工指定' hue='brand' /> : null}
        {change === null ? null : <Tag text={changes[change].text} hue={changes[change].hue} />}
      </View>
      <View className={styles.buttons}>
        <Pressable
          expanded={isOpen}
          label={`${firmName}：为什么这样安排`}
          className={styles.wish}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          为什么
        </Pressable>
        {published ? null : (
          <>
            <WishBox text='固定' label={`固定${firmName}的安排`} on={wish === 'pin'} onPress={() => onWish('pin')} />
            <WishBox text='不要这样安排' label={`不要这样安排${firmName}`} on={wish === 'exclude'} onPress={() => onWish('exclude')} />
          </>
        )}
      </View>
      {isOpen ? (
        <View className={styles.why}>
          {why.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </View>
      ) : null}
    </View>
  );
}

interface WishBoxProps {
  readonly text: string;
  readonly label: string;
  readonly on: boolean;
  readonly onPress: () => void;
}

export function WishBox({ text, label, on, onPress }: WishBoxProps) {
  return (
    <Pressable role='checkbox' checked={on} label={label} className={`${styles.wish} ${on ? styles.on : ''}`} onPress={onPress}>
      {text}
    </Pressable>
  );
}
