import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { Heading } from '../../components/heading';
import { LinkList } from '../../components/controls/link-list';
import { Pressable } from '../../components/controls/pressable';
import { Icon } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import type { RequestKindList, RequestKindRow } from '../../contract/request/form';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

export default function ServicePage() {
  const kinds = useRead('request.kinds', {});
  useShareAppMessage(() => ({ title: '企业服务：请专家上门、咨询、反映情况', path: '/pages/service/index' }));
  return (
    <Page tab='/pages/service/index' title='企业服务'>
      <Loaded read={kinds}>{(data) => <Directory list={data} />}</Loaded>
      <Heading text='已经申请过' />
      <LinkList
        links={[
          { icon: 'document', title: '我的申请', text: '看办到哪一步，补充材料、留言或撤回', onPress: () => open('/service/requests/index') },
          { icon: 'search', title: '凭编号查进度', text: '用受理编号和联系电话后四位查询，不用登录', onPress: () => open('/service/lookup/index') },
        ]}
      />
    </Page>
  );
}

function Directory({ list: { open: isOpen, closedReason, kinds } }: { list: RequestKindList }) {
  return (
    <>
      {isOpen ? null : (
        <View className={styles.closed}>
          <Notice tone='info'>{closedReason ?? '现在不受理新的申请。'}</Notice>
        </View>
      )}
      <Heading text='可以申请的事项' />
      <View className={styles.kinds}>
        {kinds.map((kind) => (
          <Kind key={kind.id} kind={kind} isOpen={isOpen} />
        ))}
      </View>
    </>
  );
}

/** A link while it may be filed, else only what it is. */
function Kind({ kind, isOpen }: { kind: RequestKindRow; isOpen: boolean }) {
  if (!isOpen) {
    return (
      <View className={styles.kind}>
        <Words kind={kind} />
      </View>
    );
  }
  return (
    <Pressable role='link' className={styles.kind} onPress={() => open('/service/form/index', { kind: kind.id })}>
      <Words kind={kind} />
      <Icon name='next' small />
    </Pressable>
  );
}

function Words({ kind: { title, summary, answerWithin, anonymous } }: { kind: RequestKindRow }) {
  return (
    <View className={styles.words}>
      <View className={styles.title}>{title}</View>
      <View className={styles.summary}>{summary}</View>
      <View className={styles.facts}>
        <View className={styles.within}>{`${answerWithin} 个工作日内答复`}</View>
        {anonymous ? <Tag text='可以匿名' hue='blue' /> : null}
      </View>
    </View>
  );
}
