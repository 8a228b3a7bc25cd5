import { View } from '@tarojs/components';
import { useState } from 'react';
import { Attachments } from '../../../components/attachments';
import { Heading } from '../../../components/heading';
import type { CaseMessage } from '../../../contract/request/case';
import type { RequestView } from '../../../contract/request/request';
import { monthDayTime } from '../../../domain/china-time';
import { openAttachment } from '../../../platform/attachment/open-attachment';
import { Composer } from './composer';
import styles from './messages.module.scss';

interface MessagesProps {
  readonly request: RequestView;
  readonly onSaid: (request: RequestView) => void;
}

/** What was asked and answered in the case, and the way to say more. */
export function Messages({ request, onSaid }: MessagesProps) {
  const { messages, mayWrite } = request;
  const [round, setRound] = useState(0);
  const said = (after: RequestView) => {
    setRound(round + 1);
    onSaid(after);
  };
  if (messages.length === 0 && !mayWrite) return null;
  return (
    <>
      <Heading text='留言和答复' />
      {messages.length === 0 ? <View className={styles.none}>还没有留言。有问题可以在这里问，办理单位的答复也在这里。</View> : null}
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      {mayWrite ? (
        // Its fields keep their own text; empty ones take their place when the message is sent.
        <Composer key={round} request={request} onSaid={said} />
      ) : (
        <View className={styles.none}>这份申请已经结束，不能再留言。</View>
      )}
    </>
  );
}

function Message({ message: { at, by, mine, text, attachments } }: { message: CaseMessage }) {
  return (
    <View className={`${styles.message} ${mine ? styles.mine : ''}`}>
      <View className={styles.by}>{`${mine ? '我' : by} · ${monthDayTime(at)}`}</View>
      <View className={styles.text}>{text}</View>
      <Attachments files={attachments} onOpen={(file) => void openAttachment(file)} />
    </View>
  );
}
