import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Notice } from '../../components/notice';
import { inChina } from '../../domain/china-time';
import type { ArticleReading } from '../../hooks/use-article';
import { notify } from '../../platform/notify';
import { saveWords } from './save-words';
import styles from './reading.module.scss';

/** Whether what is read comes from this device, and whether what this device has is still right. Draws nothing where all is well. */
export function DeviceNotice({ reading: { read, fromDevice, standing, save, remove } }: { reading: ArticleReading }) {
  if (fromDevice !== null) {
    const { why, savedAt } = fromDevice;
    const copy = `这是离线保存的内容，保存于 ${inChina(savedAt).format('YYYY 年 M 月 D 日 HH:mm')}，不含图片。`;
    const gone = why.code === 'not_found';
    return (
      <View className={styles.notice}>
        <Notice tone={gone ? 'wrong' : 'promise'} alert>
          {gone ? `${why.message.replace(/。$/, '')}。${copy}内容可能已经失效。` : `${why.message}${copy}`}
        </Notice>
        <Buttons>{gone ? <Button look='plain' text='取消收藏' onPress={remove} /> : <Button look='plain' text='重试' onPress={() => void read.reload()} />}</Buttons>
      </View>
    );
  }
  if (standing !== 'outdated') return null;
  return (
    <View className={styles.notice}>
      <Notice tone='info'>这篇文章在您收藏之后有更新，下面是最新内容，离线保存的还是以前的版本。</Notice>
      <Buttons>
        <Button look='plain' text='更新收藏' onPress={() => notify(saveWords[save()])} />
      </Buttons>
    </View>
  );
}
