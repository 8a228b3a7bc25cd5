import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { EssayView } from '../../contract/essay';
import { appreciatedInWechat } from '../../domain/essay/appreciation';
import { useChange } from '../../hooks/use-change';
import { isH5 } from '../../platform/environment';
import { currentToken } from '../../platform/session';
import { isSinglePage } from '../../platform/single-page';
import styles from './index.module.scss';

interface AppreciationProps {
  readonly essay: Pick<EssayView, 'id' | 'appreciated' | 'appreciationCount' | 'cannotAppreciate'>;
  readonly onChanged: (changed: Pick<EssayView, 'appreciated' | 'appreciationCount'>) => void;
  /** The server knows of something that this page does not. */
  readonly onRefused: () => void;
}

/** A browser without a session would be made a guest by appreciating. */
const whyNot = ({ cannotAppreciate }: AppreciationProps['essay']): string | null => cannotAppreciate ?? (isH5 && currentToken() === null ? appreciatedInWechat : null);

/** How many people appreciate it, and one's own word. */
export function Appreciation({ essay, onChanged, onRefused }: AppreciationProps) {
  const { id, appreciated, appreciationCount } = essay;
  const { busy, error, send } = useChange('essay.appreciate');
  const appreciate = async () => {
    const result = await send({ id, appreciate: !appreciated });
    if (result.ok) onChanged(result.data);
    else if (result.error.code === 'forbidden') onRefused();
  };
  const why = whyNot(essay);
  return (
    <View className={styles.appreciation}>
      <View className={styles.count}>{appreciationCount === 0 ? '还没有人赞赏' : `${appreciationCount} 人赞赏`}</View>
      {isSinglePage() || why !== null ? null : (
        <Button look='plain' text={appreciated ? '已赞赏，点击取消' : '赞赏'} busy={busy} onPress={() => void appreciate()} />
      )}
      {why === null ? null : <View className={styles.note}>{why}</View>}
      {error === null || why !== null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
    </View>
  );
}
