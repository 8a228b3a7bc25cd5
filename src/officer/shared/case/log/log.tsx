import { View } from '@tarojs/components';
import { useState } from 'react';
import { Attachments } from '../../../../components/attachments';
import { Heading } from '../../../../components/heading';
import { Tag } from '../../../../components/tag';
import type { CaseMessage } from '../../../../contract/request/case';
import type { RequestEvent, RequestView } from '../../../../contract/request/request';
import { monthDayTime } from '../../../../domain/china-time';
import { openAttachment } from '../../../../platform/attachment/open-attachment';
import { Composer } from './composer';
import styles from './log.module.scss';

interface LogProps {
  readonly request: RequestView;
  readonly onSaid: (request: RequestView) => void;
}

/** What happened, what was said and what was noted inside, in the order of time; and the way to say more. */
export function Log({ request, onSaid }: LogProps) {
  const [round, setRound] = useState(0);
  const said = (after: RequestView) => {
    setRound(round + 1);
    onSaid(after);
  };
  return (
    <>
      <Heading text='办理记录和留言' />
      <View className={styles.log}>{entriesOf(request)}</View>
      {request.mayWrite ? (
        // Its fields keep their own text; empty ones take their place when the message is sent.
        <Composer key={round} request={request} onSaid={said} />
      ) : (
        <View className={styles.closed}>这份申请已经结束，不能再留言或备注。</View>
      )}
    </>
  );
}

function entriesOf({ timeline, messages }: RequestView) {
  const entries = [
    ...timeline.map((event, index) => ({ at: event.at, entry: <Step key={`step ${index}`} event={event} /> })),
    ...messages.map((message) => ({ at: message.at, entry: <Said key={message.id} message={message} /> })),
  ];
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ entry }) => entry);
}

function Step({ event: { at, by, title, note } }: { event: RequestEvent }) {
  return (
    <View className={styles.step}>
      <View className={styles.title}>{title}</View>
      <View className={styles.by}>{`${monthDayTime(at)} · ${by}`}</View>
      {note === null ? null : <View className={styles.text}>{note}</View>}
    </View>
  );
}

function Said({ message: { at, by, mine, audience, text, attachments } }: { message: CaseMessage }) {
  const inside = audience === 'inside';
  return (
    <View className={`${styles.said} ${inside ? styles.inside : ''}`}>
      {inside ? <Tag text='内部备注，企业看不到' hue='gold' /> : null}
      <View className={styles.by}>{`${monthDayTime(at)} · ${by}${mine ? '（我）' : ''}`}</View>
      <View className={styles.text}>{text}</View>
      <Attachments files={attachments} onOpen={(file) => void openAttachment(file)} />
    </View>
  );
}
