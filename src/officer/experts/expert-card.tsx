import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { HeadingText } from '../../components/heading';
import { Tag } from '../../components/tag';
import type { ExpertRow } from '../../contract/visit/expert';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

interface ExpertCardProps {
  readonly expert: ExpertRow;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onInvite: () => void;
}

const listed = (items: readonly { readonly name: string }[]): string => items.map(({ name }) => name).join('、');

export function ExpertCard({ expert: { id, name, officeName, subjects, areas, weeklyLimit, active, linked }, busy, onEdit, onInvite }: ExpertCardProps) {
  return (
    <View className={styles.card}>
      <View className={styles.head}>
        <HeadingText level={2} className={styles.name}>
          {name}
        </HeadingText>
        {active ? null : <Tag text='暂停安排' hue='grey' />}
        <Tag text={linked ? '本人已使用' : '待邀请本人'} hue={linked ? 'ok' : 'gold'} />
      </View>
      <View className={styles.detail}>{officeName}</View>
      <View className={styles.detail}>{`擅长：${listed(subjects)}`}</View>
      <View className={styles.detail}>{`区域：${areas.length === 0 ? '不限' : listed(areas)}；每周最多 ${weeklyLimit} 个半天`}</View>
      <Buttons>
        <Button look='quiet' text='修改' onPress={onEdit} />
        <Button look='quiet' text='看日程' onPress={() => open('/officer/calendar/index', { id })} />
        {linked ? null : <Button look='quiet' text='邀请本人' disabled={busy} onPress={onInvite} />}
      </Buttons>
    </View>
  );
}
