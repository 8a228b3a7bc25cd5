import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Pressable } from '../../components/controls/pressable';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { inChina } from '../../domain/china-time';
import { Page } from '../../frame/page';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { confirm } from '../../platform/notify';
import { openArticle } from '../../platform/reading/open-article';
import { clearSaved, MOST_SAVED, removeSaved, savedRows, type SavedRow } from '../../platform/reading/saved';
import styles from './index.module.scss';

/** What this device has saved to be read without the network. */
export default function SavedPage() {
  const [rows, setRows] = useState(savedRows);
  const look = () => {
    setRows(savedRows());
  };
  useReturn(look);
  const clear = async () => {
    if (!(await confirm({ title: '清空收藏', text: `这台设备上收藏的 ${rows.length} 篇文章都会删除。`, yes: '清空' }))) return;
    clearSaved();
    look();
  };
  return (
    <Page title='我的收藏'>
      {rows.length === 0 ? (
        <Empty icon='offline' title='还没有收藏' text='在文章或课程页点“收藏（离线可看）”，没有网络时也能看。' action={{ text: '看资讯', onPress: () => open('/pages/news/index') }} />
      ) : (
        <>
          <View className={styles.about}>{`文字只保存在这台设备上，没有网络也能看；图片、视频和音频不保存。已收藏 ${rows.length} 篇，最多 ${MOST_SAVED} 篇。`}</View>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              onRemove={() => {
                removeSaved(row.id);
                look();
              }}
            />
          ))}
          <View className={styles.clear}>
            <Button look='danger' text='清空收藏' onPress={() => void clear()} />
          </View>
        </>
      )}
    </Page>
  );
}

function Row({ row, onRemove }: { row: SavedRow; onRemove: () => void }) {
  const { title, officeName, savedAt } = row;
  return (
    <View className={styles.row}>
      <Pressable role='link' className={styles.article} onPress={() => openArticle(row)}>
        <View className={styles.title}>{title}</View>
        <View className={styles.detail}>{`${officeName} · 保存于 ${inChina(savedAt).format('YYYY 年 M 月 D 日')}`}</View>
      </Pressable>
      <Pressable label={`删除《${title}》`} className={styles.remove} onPress={onRemove}>
        <Icon name='cross' small />
      </Pressable>
    </View>
  );
}
