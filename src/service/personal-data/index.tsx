import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { RequestForm } from '../../contract/request/request';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useChange } from '../../hooks/use-change';
import { useRead } from '../../hooks/use-read';
import { call } from '../../platform/call';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';
import { confirm } from '../../platform/notify';
import { saveText } from '../../platform/save-text';
import { copy } from '../../platform/sharing';
import { forgetSession } from '../../platform/session';
import { dropDrafts } from '../../platform/request/filing';
import styles from './index.module.scss';

export default function PersonalDataPage() {
  const form = useRead('request.form', {});
  const me = useRead('person.me', {});
  return (
    <Page title='个人信息'>
      <Loaded read={form}>{(data) => <Purposes form={data} />}</Loaded>
      {me.state.status === 'ready' && me.state.data.person !== null ? <OwnNumber id={me.state.data.person.id} /> : null}
      <Rights onDelete={() => void me.reload()} />
    </Page>
  );
}

/** What is asked, and what for, field by field. */
function Purposes({ form }: { form: RequestForm }) {
  return (
    <>
      <Heading text='保存了什么，用来做什么' />
      <View className={styles.purposes}>
        {Object.values(form.fields).map(({ label, purpose }) => (
          <View key={label} className={styles.purpose}>
            <View className={styles.label}>{label}</View>
            <View className={styles.text}>{purpose}</View>
          </View>
        ))}
        <View className={styles.purpose}>
          <View className={styles.label}>练习记录和错题</View>
          <View className={styles.text}>让您接着练习，复习答错的题。</View>
        </View>
        <View className={styles.purpose}>
          <View className={styles.label}>竞赛报名信息、答卷、申诉和证书</View>
          <View className={styles.text}>用来计分、排名、抽奖、答复申诉和核验证书；榜单上显示什么由您选择。</View>
        </View>
      </View>
      <View className={styles.text}>{form.retention}</View>
    </>
  );
}

/** By this number the bureau appoints somebody; to anyone else it says nothing. */
function OwnNumber({ id }: { id: string }) {
  return (
    <>
      <Heading text='我的编号' />
      <View className={styles.text}>{id}</View>
      <View className={styles.actions}>
        <Button look='quiet' text='复制编号' onPress={() => void copy(id, '编号已复制')} />
        <Button
          look='quiet'
          text='接受工作邀请'
          onPress={() => {
            open('/officer/invitation/index', {});
          }}
        />
      </View>
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
      text: '练习记录和竞赛证书会被删除；工作角色会取消；还没有办结的申请和申诉会撤回，其中的联系人、电话和具体情况会被清除；竞赛成绩只留编号，不再参加抽奖；为防止重复参赛，竞赛结束前保留一个不能还原成身份的标记；操作记录只留一个不再指向任何人的编号。删除后不能恢复。',
      yes: '删除',
    });
    if (!yes) return;
    const result = await deletion.send({ confirm: true });
    if (!result.ok) {
      setMessage({ tone: 'wrong', text: result.error.message });
      return;
    }
    forgetSession();
    dropDrafts();
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
      <View className={styles.actions}>
        <Button look='plain' text={isH5 ? '导出为文件' : '复制全部内容'} busy={exporting} onPress={() => void exportAll()} />
        <Button look='danger' text='删除个人信息' busy={deletion.busy} onPress={() => void deleteAll()} />
      </View>
    </>
  );
}
