import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { SelectField } from '../../components/form/select-field';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { articleKindNames, articleKinds, type ArticleKind } from '../../contract/article';
import { useChange } from '../../hooks/use-change';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

const kinds = articleKinds.map((id) => ({ id, name: articleKindNames[id] }));

const meanings = {
  news: '工作动态和活动报道，刊登在“资讯”。',
  lesson: '微课堂的课程，可以带视频或音频和课后小测。',
  exhibit: '线上展览的展品，按展区陈列。',
  advisory: '给消费者的购买提示，按商品类别查找。',
  listing: '名录里的企业、产品或示范区，可以按区域查找。',
} as const satisfies Record<ArticleKind, string>;

interface StartFormProps {
  /** Where the caller may write; at least one. */
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly onCancel: () => void;
}

/** What a new manuscript is to be; everything else is written in it. */
export function StartForm({ offices, onCancel }: StartFormProps) {
  const [kind, setKind] = useState<ArticleKind>('news');
  const [officeId, setOfficeId] = useState(offices.length === 1 ? (offices[0]?.id ?? '') : '');
  const [mistake, setMistake] = useState<string>();
  const { busy, error, send } = useChange('manuscript.start');

  const start = async () => {
    setMistake(officeId === '' ? '请选择单位。' : undefined);
    if (officeId === '') return;
    const result = await send({ kind, officeId });
    if (!result.ok) return;
    onCancel();
    open('/newsroom/manuscript/index', { id: result.data.id });
  };

  return (
    <View className={styles.form}>
      <Heading text='写一篇新稿' />
      <SelectField id='kind' label='栏目' help={meanings[kind]} choices={kinds} chosen={kind} onChoose={(id) => { setKind(articleKinds.find((known) => known === id) ?? kind); }} />
      <SelectField id='officeId' label='单位' choices={offices} chosen={officeId} error={mistake ?? error?.fields?.officeId} onChoose={setOfficeId} />
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <Buttons>
        <Button text='开始写' busy={busy} onPress={() => void start()} />
        <Button look='plain' text='取消' onPress={onCancel} />
      </Buttons>
    </View>
  );
}
