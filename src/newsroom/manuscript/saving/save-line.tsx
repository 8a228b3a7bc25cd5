import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Notice } from '../../../components/notice';
import type { Hand } from '../../../contract/newsroom/manuscript';
import { inChina } from '../../../domain/china-time';
import { isH5 } from '../../../platform/environment';
import { handWords } from '../../shared/hand-words';
import styles from './saving.module.scss';
import type { SaveState } from './saver';

interface SaveLineProps {
  readonly save: SaveState;
  /** Who saved last before this page was opened. */
  readonly edited: Hand | null;
  readonly onRetry: () => void;
}

/** How what was typed stands. */
export function SaveLine({ save, edited, onRetry }: SaveLineProps) {
  if (save.kind === 'failed') {
    return (
      <Notice tone='wrong' alert>
        <View>{`没有保存成功。${save.error.message}${save.isKept ? '写的内容已经留在这台设备上，网络恢复后自动保存。' : '这台设备也存不下了，请先复制出来。'}`}</View>
        <Buttons>
          <Button look='plain' text='现在保存' onPress={onRetry} />
        </Buttons>
      </Notice>
    );
  }
  if (save.kind === 'refused') {
    return (
      <Notice tone='wrong' alert>
        {save.error === null ? `没有保存成功：${Object.values(save.fields)[0] ?? '有内容需要修改。'}改好后自动保存。` : `没有保存成功。${save.error.message}`}
      </Notice>
    );
  }
  return (
    <View className={styles.line} {...(isH5 ? { role: 'status' } : {})}>
      {lineWords(save, edited)}
    </View>
  );
}

function lineWords(save: Exclude<SaveState, { kind: 'failed' | 'refused' }>, edited: Hand | null): string {
  switch (save.kind) {
    case 'saved':
      if (save.at !== null) return `已保存 ${inChina(save.at).format('HH:mm:ss')}`;
      return edited === null ? '' : `上次保存 ${handWords(edited)}`;
    case 'waiting':
    case 'saving':
      return '正在保存';
    case 'conflict':
      return '没有保存：稿件刚刚有了变化';
  }
}
