import { View } from '@tarojs/components';
import { useState, type PropsWithChildren } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/form/select-field';
import type { RequestKindList } from '../../contract/request/form';
import { BOOKING_RETENTION_DAYS } from '../../domain/booking/limits';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useChange } from '../../hooks/use-change';
import { useRead } from '../../hooks/use-read';
import { call } from '../../platform/call';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';
import { confirm } from '../../platform/notify';
import { saveText } from '../../platform/device/save-text';
import { copy } from '../../platform/sharing';
import { forgetSession } from '../../platform/session';
import { forgetPerson } from '../../platform/request/filing';
import styles from './index.module.scss';

export default function PersonalDataPage() {
  const kinds = useRead('request.kinds', {});
  const me = useRead('person.me', {});
  return (
    <Page title='个人信息'>
      <Loaded read={kinds}>{(data) => <Purposes kinds={data.kinds} />}</Loaded>
      {me.state.status === 'ready' && me.state.data.person !== null ? <OwnNumber id={me.state.data.person.id} /> : null}
      <Rights onDelete={() => void me.reload()} />
    </Page>
  );
}

/** What is kept, and what for; of a request field by field. */
function Purposes({ kinds }: { kinds: RequestKindList['kinds'] }) {
  const [kindId, setKindId] = useState('');
  return (
    <>
      <Heading text='保存了什么，用来做什么' />
      <View className={styles.purposes}>
        <Purpose label='申请里填写的内容、附件和留言'>用来办理申请、与您联系和回访；每一项的用途都写在申请表上，也可以在下面查看。</Purpose>
        <Purpose label='练习记录和错题'>让您接着练习，复习答错的题。</Purpose>
        <Purpose label='竞赛报名信息、答卷、申诉和证书'>用来计分、排名、抽奖、答复申诉和核验证书；榜单上显示什么由您选择。</Purpose>
        <Purpose label='活动预约的姓名、联系电话、单位和签到记录'>
          {`用来办理预约和候补、现场签到和发送活动通知，只有主办单位的工作人员能看到。活动结束 ${BOOKING_RETENTION_DAYS} 天后，姓名、联系电话和单位会被清除。`}
        </Purpose>
        <Purpose label='征文的作品、署名、单位和联系电话'>作品用来评审；入选后公开展示作品、署名和单位。联系电话只用于评审联系，不公开，作出评审结果 90 天后清除。</Purpose>
        <Purpose label='微课堂的学习进度'>让您接着学，知道哪些课程已经学完。</Purpose>
        <Purpose label='读过的文章和赞赏的作品'>每人只计一次，用来统计阅读和赞赏的人数，不公开是谁。</Purpose>
      </View>
      <SelectField id='kind' label='申请事项' help='选择一个事项，查看每一项内容的用途和保存时间。' choices={kinds.map(({ id, title }) => ({ id, name: title }))} chosen={kindId} onChoose={setKindId} />
      {kindId === '' ? null : <PurposesOfKind kindId={kindId} />}
    </>
  );
}

function PurposesOfKind({ kindId }: { kindId: string }) {
  const form = useRead('request.form', { kindId });
  return (
    <Loaded read={form}>
      {({ fields, attachments, retention }) => (
        <>
          <View className={styles.purposes}>
            {[...fields, ...(attachments === null ? [] : [attachments])].map(({ label, purpose }) => (
              <Purpose key={label} label={label}>
                {purpose}
              </Purpose>
            ))}
          </View>
          <View className={styles.text}>{retention}</View>
        </>
      )}
    </Loaded>
  );
}

function Purpose({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <View className={styles.purpose}>
      <View className={styles.label}>{label}</View>
      <View className={styles.text}>{children}</View>
    </View>
  );
}

/** By this number the bureau appoints somebody; to anyone else it says nothing. */
function OwnNumber({ id }: { id: string }) {
  return (
    <>
      <Heading text='我的编号' />
      <View className={styles.text}>{id}</View>
      <Buttons>
        <Button look='quiet' text='复制编号' onPress={() => void copy(id, '编号已复制')} />
        <Button
          look='quiet'
          text='接受工作邀请'
          onPress={() => {
            open('/officer/invitation/index', {});
          }}
        />
      </Buttons>
    </>
  );
}

function Rights({ onDelete }: { onDelete: () => void }) {
  const [message, setMessage] = useState<{ tone: 'good' | 'wrong'; text: string } | null>(null);
  const [exporting, setExporting] = useState(false);
  const deletion = useChange('person.delete');

  const exportAll = async () => {
    setExporting(true);
    const result = await call('person.export', {});
    const saved = result.ok && (await saveText('我的信息.json', JSON.stringify(result.data, null, 2)));
    setExporting(false);
    if (!result.ok) setMessage({ tone: 'wrong', text: result.error.message });
    else if (saved) setMessage({ tone: 'good', text: isH5 ? '文件已开始下载。' : '内容已复制，可以粘贴到文件传输助手里保存。' });
    else setMessage({ tone: 'wrong', text: '没有保存成功，请重试。' });
  };

  const deleteAll = async () => {
    const yes = await confirm({
      title: '删除我的个人信息',
      text: '练习、学习和阅读记录以及竞赛证书会被删除；工作角色会取消；还没有开始的预约和候补会取消，名额让给别人；征文作品会删除，已经展示的同时撤下；还没有办结的申请和申诉会撤回，其中的联系人、电话和具体情况会被清除；竞赛成绩只留编号，不再参加抽奖；为防止重复参赛，竞赛结束前保留一个不能还原成身份的标记；操作记录只留一个不再指向任何人的编号。删除后不能恢复。',
      yes: '删除',
    });
    if (!yes) return;
    const result = await deletion.send({ confirm: true });
    if (!result.ok) {
      setMessage({ tone: 'wrong', text: result.error.message });
      return;
    }
    forgetSession();
    forgetPerson();
    setMessage({ tone: 'good', text: '您的个人信息已经删除。' });
    onDelete();
  };

  return (
    <>
      <Heading text='您可以' />
      {message === null ? null : (
        <Notice tone={message.tone} alert>
          {message.text}
        </Notice>
      )}
      <Buttons>
        <Button look='plain' text={isH5 ? '导出为文件' : '复制全部内容'} busy={exporting} onPress={() => void exportAll()} />
        <Button look='danger' text='删除个人信息' busy={deletion.busy} onPress={() => void deleteAll()} />
      </Buttons>
    </>
  );
}
