import { View } from '@tarojs/components';
import { isH5 } from '../../platform/environment';
import { Button } from '../controls/button';
import { Pressable } from '../controls/pressable';
import { Icon } from '../icon';
import { Notice } from '../notice';
import { Picture } from '../picture';
import { Field } from './field';
import styles from './attachments-field.module.scss';

interface FormFile {
  readonly key: string;
  readonly name: string;
  readonly isPicture: boolean;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'refused';
  /** 0 to 100. */
  readonly percent: number;
  /** Why it was refused. */
  readonly problem: string | null;
  /** Of a picture on this device; null where it is not any more. */
  readonly path: string | null;
}

interface AttachmentsFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly purpose?: string | undefined;
  readonly error?: string | undefined;
  readonly most: number;
  /** What the button says; photos and PDFs when left out. */
  readonly add?: string;
  readonly files: readonly FormFile[];
  /** What the person should know of what was just chosen. */
  readonly problem: string | null;
  readonly onAdd: () => void;
  readonly onRemove: (key: string) => void;
  readonly onRetry: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** Photos and PDFs of a form, each with how its upload stands. */
export function AttachmentsField({ most, add = '添加照片或 PDF', files, problem, onAdd, onRemove, onRetry, onOpen, ...field }: AttachmentsFieldProps) {
  return (
    <Field {...field}>
      {files.map((file) => (
        <FileRow key={file.key} file={file} onRemove={onRemove} onPress={file.state === 'failed' ? onRetry : onOpen} />
      ))}
      {problem === null ? null : (
        <Notice tone='promise' alert>
          {problem}
        </Notice>
      )}
      <View className={styles.add}>
        <Button text={add} look='plain' disabled={files.length >= most} onPress={onAdd} />
      </View>
      <View className={styles.count} {...(isH5 ? { role: 'status' } : {})}>
        {countWords(files, most)}
      </View>
    </Field>
  );
}

function countWords(files: readonly FormFile[], most: number): string {
  const sending = files.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  return `已选 ${files.length} 个，最多 ${most} 个${sending === 0 ? '' : `，还有 ${sending} 个正在上传`}`;
}

interface FileRowProps {
  readonly file: FormFile;
  readonly onPress: (key: string) => void;
  readonly onRemove: (key: string) => void;
}

function FileRow({ file, onPress, onRemove }: FileRowProps) {
  const { key, name, isPicture, path, state } = file;
  const words = stateWords(file);
  const isWrong = state === 'failed' || state === 'refused';
  return (
    <View className={styles.file}>
      <Pressable
        className={styles.main}
        label={`${name}，${words}`}
        disabled={state === 'refused'}
        onPress={() => {
          onPress(key);
        }}
      >
        {isPicture && path !== null ? (
          <Picture className={styles.thumbnail} src={path} mode='aspectFill' alt='' />
        ) : (
          <View className={styles.thumbnail}>
            <Icon name='document' />
          </View>
        )}
        <View className={styles.words}>
          <View className={styles.name}>{name}</View>
          <View className={`${styles.state} ${isWrong ? styles.wrong : ''}`}>{words}</View>
        </View>
      </Pressable>
      <Pressable
        className={styles.remove}
        label={`删除${name}`}
        onPress={() => {
          onRemove(key);
        }}
      >
        <Icon name='cross' small />
      </Pressable>
    </View>
  );
}

function stateWords({ state, percent, problem }: FormFile): string {
  switch (state) {
    case 'waiting':
      return '等待上传';
    case 'sending':
      return `上传中 ${percent}%`;
    case 'sent':
      return '已上传';
    case 'failed':
      return '没有传上去，点此重试';
    case 'refused':
      return problem ?? '不能上传';
  }
}
