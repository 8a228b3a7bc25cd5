import { View } from '@tarojs/components';
import { Attachments } from '../../components/attachments';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import type { RequestView } from '../../contract/request/request';
import type { VisitBrief, VisitPromise, VisitRecord } from '../../contract/visit/visit';
import { monthDay, monthDayTime, monthDayWeekday } from '../../domain/china-time';
import { halfNames } from '../../domain/visit/half-day';
import { useChange } from '../../hooks/use-change';
import { openAttachment } from '../../platform/attachment/open-attachment';
import styles from './visit-card.module.scss';

const promisers = { firm: '企业', expert: '专家', office: '办理单位' } as const;

interface VisitCardProps {
  readonly request: RequestView;
  readonly visit: VisitBrief;
  /** What the case shows may have moved on. */
  readonly onChange: () => Promise<void>;
}

/** When somebody comes, and what was written down on site. */
export function VisitCard({ request, visit: { date, half, state, expert, record }, onChange }: VisitCardProps) {
  return (
    <>
      <Heading text='专家上门' />
      <View className={styles.card}>
        <View className={styles.when}>
          <View className={styles.date}>{`${monthDayWeekday(date)}${halfNames[half]}`}</View>
          <Tag text={state === 'done' ? '已上门' : '已约定'} hue={state === 'done' ? 'ok' : 'brand'} />
        </View>
        <View className={styles.expert}>{`${expert}${state === 'done' ? '到访' : '将到企业'}`}</View>
        {record === null ? null : <Record request={request} record={record} onChange={onChange} />}
      </View>
    </>
  );
}

function Record({ request, record: { writtenAt, findings, policies, promises, photos, confirmedAt }, onChange }: { request: RequestView; record: VisitRecord; onChange: () => Promise<void> }) {
  return (
    <>
      <View className={styles.name}>现场情况</View>
      <View className={styles.text}>{findings}</View>
      {policies === '' ? null : (
        <>
          <View className={styles.name}>讲解的政策</View>
          <View className={styles.text}>{policies}</View>
        </>
      )}
      {promises.length === 0 ? null : (
        <>
          <View className={styles.name}>后续事项</View>
          {promises.map((promise) => (
            <Promised key={promise.id} request={request} promise={promise} onChange={onChange} />
          ))}
        </>
      )}
      <Attachments files={photos} onOpen={(file) => void openAttachment(file)} />
      <View className={styles.name}>{`${monthDayTime(writtenAt)} 记录`}</View>
      {confirmedAt === null ? <Confirmation request={request} onChange={onChange} /> : <Notice tone='good'>{`企业已于 ${monthDayTime(confirmedAt)} 确认这份记录`}</Notice>}
    </>
  );
}

function Promised({ request: { id, actors }, promise, onChange }: { request: RequestView; promise: VisitPromise; onChange: () => Promise<void> }) {
  const { busy, error, send } = useChange('visit.keep-promise');
  const { text, by, dueOn, doneOn } = promise;
  const isOwn = by === 'firm' && doneOn === null && actors.includes('owner');
  return (
    <View className={styles.promise}>
      <View>{text}</View>
      <View className={styles.by}>{`${promisers[by]} · ${doneOn === null ? `${monthDay(dueOn)}前完成` : `${monthDay(doneOn)}已完成`}`}</View>
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      {isOwn ? <Button look='quiet' text='标记为已完成' busy={busy} onPress={() => void send({ requestId: id, promiseId: promise.id }).then(({ ok }) => (ok ? onChange() : undefined))} /> : null}
    </View>
  );
}

/** Stands for the firm's signature. */
function Confirmation({ request: { id, version, actors }, onChange }: { request: RequestView; onChange: () => Promise<void> }) {
  const { busy, error, send } = useChange('visit.confirm-record');
  if (!actors.includes('owner')) return <Notice tone='info'>等待企业确认这份记录。</Notice>;
  return (
    <>
      <View className={styles.by}>请核对专家写下的情况和后续事项。确认相当于在现场记录上签字；有出入请先留言说明。</View>
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <View className={styles.action}>
        <Button
          look='plain'
          text='确认记录'
          busy={busy}
          onPress={() => void send({ requestId: id, version }).then((result) => (result.ok || result.error.code === 'conflict' ? onChange() : undefined))}
        />
      </View>
    </>
  );
}
