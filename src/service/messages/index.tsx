import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Pressable } from '../../components/controls/pressable';
import { Empty } from '../../components/empty';
import { Tag } from '../../components/tag';
import type { MessageRow } from '../../contract/message';
import { monthDayTime } from '../../domain/china-time';
import { messageKinds } from '../../domain/message-kind';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { useMessages } from './use-messages';
import styles from './index.module.scss';

export default function MessagesPage() {
  const { pages, unreadCount, openMessage, readAll } = useMessages();
  useReturn(() => void pages.reload());
  usePullToRefresh(pages.reload);

  return (
    <Page title='消息'>
      {unreadCount === 0 ? null : (
        <View className={styles.all}>
          <Button look='plain' text={`全部标为已读（${unreadCount} 条未读）`} onPress={() => void readAll()} />
        </View>
      )}
      <PagedList pages={pages} empty={<Empty icon='inbox' title='还没有消息' text='申请的受理结果、上门安排和留言，会在这里告诉您。' />}>
        {(messages) => messages.map((message) => <Message key={message.id} message={message} onOpen={openMessage} />)}
      </PagedList>
    </Page>
  );
}

function Message({ message, onOpen }: { message: MessageRow; onOpen: (message: MessageRow) => void }) {
  const { kind, title, text, at, route, unread } = message;
  const words = (
    <>
      <View className={styles.head}>
        <View className={`${styles.title} ${unread ? styles.unread : ''}`}>{title}</View>
        {unread ? <Tag text='未读' hue='seal' /> : null}
      </View>
      <View className={styles.text}>{text}</View>
      <View className={styles.detail}>
        {messageKinds[kind].name} · {monthDayTime(at)}
      </View>
    </>
  );
  if (route === null && !unread) return <View className={styles.message}>{words}</View>;
  return (
    <Pressable role={route === null ? 'button' : 'link'} className={styles.message} onPress={() => onOpen(message)}>
      {words}
    </Pressable>
  );
}
