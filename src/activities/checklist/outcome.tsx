import { View } from '@tarojs/components';
import { LinkList } from '../../components/controls/link-list';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { ChecklistView } from '../../contract/activity/checklist';
import { open } from '../../platform/navigation';
import { openRequestForm } from '../shared/open-request-form';
import styles from './outcome.module.scss';
import type { Result } from './result';

/** What the answers come to, and where the firm can turn. */
export function Outcome({ checklist: { items, activity, help }, result }: { checklist: ChecklistView; result: Result }) {
  const links = [
    ...(help === null ? [] : [{ icon: 'service' as const, title: help.title, text: '有拿不准的，可以在线告诉我们', onPress: () => openRequestForm(help) }]),
    { icon: 'document' as const, title: activity.title, text: `第 ${activity.number} 项活动`, onPress: () => open('/activities/activity/index', { id: activity.id }) },
  ];
  return (
    <>
      <Heading text='自查结果' />
      <Notice tone={toneOf(items.length, result)}>{outcomeWords(items.length, result)}</Notice>
      {result.toMend.map((item) => (
        <View key={item.id} className={styles.mend}>
          <View className={styles.text}>{item.text}</View>
          <View className={styles.advice}>{item.onNo}</View>
        </View>
      ))}
      <View className={styles.links}>
        <LinkList links={links} />
      </View>
    </>
  );
}

function toneOf(count: number, { answeredCount, toMend }: Result): 'info' | 'promise' | 'good' {
  if (toMend.length > 0) return 'promise';
  return answeredCount === count ? 'good' : 'info';
}

function outcomeWords(count: number, { counts, answeredCount, toMend }: Result): string {
  if (answeredCount === 0) return '答完以后，这里会列出需要改进的地方。';
  const left = answeredCount === count ? '' : `，还有 ${count - answeredCount} 项没有答`;
  const found = toMend.length === 0 ? '没有发现需要改进的地方' : `有 ${toMend.length} 项需要改进`;
  return `是 ${counts.yes} 项，否 ${counts.no} 项，不适用 ${counts['not-applicable']} 项${left}。${found}。`;
}
