import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { ChecklistView } from '../../contract/activity/checklist';
import { chinaDate } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { useShare } from '../../hooks/use-share';
import { isH5 } from '../../platform/environment';
import { address } from '../../platform/navigation';
import { confirm, notify } from '../../platform/notify';
import { saveText } from '../../platform/device/save-text';
import styles from './index.module.scss';
import { Item } from './item';
import { Outcome } from './outcome';
import { resultOf, resultText } from './result';
import { useAnswers } from './use-answers';

export default function ChecklistPage() {
  const { id = '' } = useParameters();
  const read = useRead('checklist.get', { id });
  useShare(read.state.status === 'ready' ? read.state.data.title : '企业自查清单', address('/activities/checklist/index', { id }));
  if (read.state.status === 'ready') return <Checklist checklist={read.state.data} />;
  return (
    <Page title='自查清单'>
      <Loaded read={read} rows={6}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Checklist({ checklist }: { checklist: ChecklistView }) {
  const { id, title, introduction, items } = checklist;
  const { answers, kept, answer, clear } = useAnswers(id, items);
  const result = resultOf(items, answers);

  const save = async () => {
    const saved = await saveText(`${title}.txt`, resultText(checklist, answers, chinaDate(Date.now())));
    if (!saved) notify('没有保存成功，请重试');
  };
  const startOver = async () => {
    if (await confirm({ title: '清空所有答案？', text: '清空以后不能恢复，需要的话请先保存结果。', yes: '清空' })) clear();
  };

  return (
    <Page
      title='自查清单'
      actions={
        result.answeredCount === 0 ? undefined : (
          <>
            <Button look='plain' text='清空' onPress={() => void startOver()} />
            <Button text={isH5 ? '保存结果' : '复制结果'} onPress={() => void save()} />
          </>
        )
      }
    >
      <HeadingText level={2} className={styles.title}>
        {title}
      </HeadingText>
      <View className={styles.introduction}>{introduction}</View>
      {kept ? <Notice tone='info'>答案只保存在您的这台设备上，不会上传。</Notice> : <Notice tone='wrong'>这台设备没有保存答案，离开页面以后会丢失，请及时保存结果。</Notice>}
      <View className={styles.progress}>{`已答 ${result.answeredCount} / ${items.length} 项`}</View>
      {items.map((item, index) => (
        <Item key={item.id} item={item} number={index + 1} answer={answers[item.id]} onAnswer={(chosen) => answer(item.id, chosen)} />
      ))}
      <Outcome checklist={checklist} result={result} />
    </Page>
  );
}
