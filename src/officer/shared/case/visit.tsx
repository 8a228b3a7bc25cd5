import { View } from '@tarojs/components';
import { Attachments } from '../../../components/attachments';
import { Button } from '../../../components/controls/button';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import { Tag } from '../../../components/tag';
import type { RequestView } from '../../../contract/request/request';
import type { VisitBrief, VisitPromise, VisitRecord } from '../../../contract/visit/visit';
import { monthDay, monthDayTime, monthDayWeekday } from '../../../domain/china-time';
import { halfNames } from '../../../domain/visit/half-day';
import { useChange } from '../../../hooks/use-change';
import { openAttachment } from '../../../platform/attachment/open-attachment';
import styles from './visit.module.scss';

const promisers = { firm: '企业', expert: '专家', office: '办理单位' } as const;

interface VisitProps {
  readonly request: RequestView;
  readonly visit: VisitBrief;
  readonly onChange: (visit: VisitBrief) => void;
}

/** When who goes there, and what was written down on site. */
export function Visit({ request, visit, onChange }: VisitProps) {
  const { date, half, state, expert, record } = visit;
  return (
    <>
      <Heading text='专家上门' />
      <View className={styles.card}>
        <View className={styles.when}>
          <View className={styles.date}>{`${monthDayWeekday(date)}${halfNames[half]} ${expert}`}</View>
          <Tag text={state === 'done' ? '已上门' : '已约定'} hue={state === 'done' ? 'ok' : 'brand'} />
        </View>
        {record === null ? null : <Record request={request} record={record} onChange={onChange} />}
      </View>
    </>
  );
}

function Record({ request, record, onChange }: Pick<VisitProps, 'request' | 'onChange'> & { readonly record: VisitRecord }) {
  const { writtenAt, findings, policies, promises, photos, confirmedAt } = record;
  return (
    <>
      <View className={styles.label}>{`现场情况（${monthDayTime(writtenAt)} 记录）`}</View>
      <View className={styles.text}>{findings}</View>
      {policies === '' ? null : (
        <>
          <View className={styles.label}>讲解的政策</View>
          <View className={styles.text}>{policies}</View>
        </>
      )}
      {promises.length === 0 ? null : <View className={styles.label}>后续事项</View>}
      {promises.map((promise) => (
        <Promised key={promise.id} request={request} promise={promise} onChange={onChange} />
      ))}
      <Attachments files={photos} onOpen={(file) => void openAttachment(file)} />
      {confirmedAt === null ? <Notice tone='info'>等待企业确认这份记录。</Notice> : <Notice tone='good'>{`企业已于 ${monthDayTime(confirmedAt)} 确认这份记录`}</Notice>}
    </>
  );
}

function Promised({ request: { id, office, actors }, promise, onChange }: Pick<VisitProps, 'request' | 'onChange'> & { readonly promise: VisitPromise }) {
  const { busy, error, send } = useChange('visit.keep-promise');
  const { text, by, dueOn, doneOn } = promise;
  const mayKeep = office !== null || (by === 'expert' && actors.includes('expert'));
  const keep = async () => {
    const result = await send({ requestId: id, promiseId: promise.id });
    if (result.ok) onChange(result.data);
  };
  return (
    <View className={styles.promise}>
      <View>{text}</View>
      <View className={styles.by}>{`${promisers[by]} · ${doneOn === null ? `${monthDay(dueOn)}前完成` : `${monthDay(doneOn)}已完成`}`}</View>
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      {doneOn === null && mayKeep ? <Button look='quiet' text='标记为已完成' busy={busy} onPress={() => void keep()} /> : null}
    </View>
  );
}
