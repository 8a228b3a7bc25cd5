import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import { apiOrigin, isH5, reachable } from '../../platform/environment';
import { copy } from '../../platform/sharing';
import styles from './open-data.module.scss';

const formats = [
  { name: 'JSON', path: '/open-data/activities.json' },
  { name: 'CSV（表格）', path: '/open-data/activities.csv' },
] as const;

/** The same as data: a file in a browser; in WeChat, which has no downloads, its address, where the backend has one. */
export function OpenData() {
  if (!isH5 && apiOrigin === '') return null;
  return (
    <>
      <Heading text='开放数据' />
      <View className={styles.text}>上面的内容也可以作为数据使用，不含个人信息。</View>
      <View className={styles.formats}>
        {formats.map(({ name, path }) =>
          isH5 ? (
            <a key={name} className={styles.file} href={path} download>
              {`下载 ${name}`}
            </a>
          ) : (
            <Button key={name} look='plain' text={`复制 ${name} 地址`} onPress={() => void copy(reachable(path), '地址已复制')} />
          ),
        )}
      </View>
    </>
  );
}
