import { View } from '@tarojs/components';
import type { AttachmentView } from '../contract/attachment';
import { reachable } from '../platform/environment';
import { Pressable } from './controls/pressable';
import { Icon } from './icon';
import { Picture } from './picture';
import styles from './attachments.module.scss';

interface AttachmentsProps {
  readonly files: readonly AttachmentView[];
  readonly onOpen: (file: AttachmentView) => void;
}

/** What is attached: pictures side by side, other files by name. Draws nothing for none. */
export function Attachments({ files, onOpen }: AttachmentsProps) {
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  if (files.length === 0) return null;
  return (
    <View className={styles.attachments}>
      {pictures.length === 0 ? null : (
        <View className={styles.pictures}>
          {pictures.map((file) => (
            <Pressable key={file.id} label={`查看照片${file.name}`} className={styles.picture} onPress={() => onOpen(file)}>
              <Picture className={styles.image} src={reachable(file.url)} mode='aspectFill' alt='' lazyLoad />
            </Pressable>
          ))}
        </View>
      )}
      {others.map((file) => (
        <Pressable key={file.id} label={`打开${file.name}，${sizeWords(file)}`} className={styles.file} onPress={() => onOpen(file)}>
          <Icon name='document' />
          <View className={styles.name}>{file.name}</View>
          <View className={styles.size}>{sizeWords(file)}</View>
        </Pressable>
      ))}
    </View>
  );
}

const isPicture = ({ mediaType }: AttachmentView): boolean => mediaType !== 'application/pdf';

const KILOBYTE = 1024;
const sizeWords = ({ byteLength }: AttachmentView): string =>
  byteLength < KILOBYTE * KILOBYTE ? `${Math.ceil(byteLength / KILOBYTE)} KB` : `${(byteLength / KILOBYTE / KILOBYTE).toFixed(1)} MB`;
