import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { Notice } from '../../components/notice';
import { isH5 } from '../../platform/environment';
import type { QueueState } from '../../platform/contest/answer-queue';
import styles from './status-line.module.scss';

const device = isH5 ? '本机' : '手机里';

/** How the answers stand: quiet while all is well, plain when the network is gone. */
export function StatusLine({ state: { delivery, kept, error } }: { state: QueueState }) {
  if (delivery === 'refused') {
    return (
      <Notice tone='wrong' alert>
        {`答案没有保存成功。${error?.message ?? ''}`}
      </Notice>
    );
  }
  if (delivery === 'waiting') {
    return (
      <View {...(isH5 ? { role: 'status' } : {})}>
        <Notice tone='promise'>
          {kept ? `网络不通，答案先存在${device}，连上后自动保存。` : '网络不通，请不要关闭这个页面，连上后自动保存。'}
        </Notice>
      </View>
    );
  }
  return (
    <View className={styles.line}>
      <Icon name={delivery === 'saving' ? 'clock' : 'check'} small />
      <View>{delivery === 'saving' ? '正在保存' : '答案已保存'}</View>
    </View>
  );
}
