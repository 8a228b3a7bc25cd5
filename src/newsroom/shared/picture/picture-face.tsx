import { View } from '@tarojs/components';
import { Picture } from '../../../components/picture';
import type { PictureView } from '../../../contract/newsroom/picture';
import { monthDayTime } from '../../../domain/china-time';
import { reachable } from '../../../platform/environment';
import styles from './picture.module.scss';

/** A picture of the library with its words. */
export function PictureFace({ picture: { alt, url, width, height, officeName, addedAt } }: { picture: PictureView }) {
  return (
    <>
      <Picture className={styles.image} src={reachable(url)} mode='aspectFill' alt='' lazyLoad />
      <View className={styles.alt}>{alt}</View>
      <View className={styles.detail}>{`${width} × ${height} · ${officeName} · ${monthDayTime(addedAt)} 添加`}</View>
    </>
  );
}
