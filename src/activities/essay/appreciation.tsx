import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { EssayView } from '../../contract/essay';
import { useChange } from '../../hooks/use-change';
import { isSinglePage } from '../../platform/single-page';
import styles from './index.module.scss';

interface AppreciationProps {
  readonly essay: Pick<EssayView, 'id' | 'appreciated' | 'appreciationCount' | 'cannotAppreciate'>;
  readonly onChanged: (changed: Pick<EssayView, 'appreciated' | 'appreciationCount'>) => void;
}

/** How many people appreciate it, and one's own word. */
export function Appreciation({ essay: { id, appreciated, appreciationCount, cannotAppreciate }, onChanged }: AppreciationProps) {
  const { busy, error, send } = useChange('essay.appreciate');
  const appreciate = async () => {
    const result = await send({ id, appreciate: !appreciated });
    if (result.ok) onChanged(result.data);
  };
  return (
    <View className={styles.appreciation}>
      <View className={styles.count}>{appreciationCount === 0 ? '还没有人赞赏' : `${appreciationCount} 人赞赏`}</View>
      {isSinglePage() || cannotAppreciate !== null ? null : (
        <Button look='plain' text={appreciated ? '已赞赏，点击取消' : '赞赏'} busy={busy} onPress={() => void appreciate()} />
      )}
      {cannotAppreciate === null ? null : <View className={styles.note}>{cannotAppreciate}</View>}
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
    </View>
  );
}
