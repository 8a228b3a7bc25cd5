import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import { EssayText } from '../../components/essay/essay-text';
import { Heading } from '../../components/heading';
import { readEssayDraft } from '../../platform/essay/draft';
import { open } from '../../platform/navigation';
import { copy } from '../../platform/sharing';
import styles from './index.module.scss';

interface NotTakenProps {
  /** The returned essay that cannot be mended; undefined for a new one. */
  readonly id?: string;
  readonly title: string;
  readonly text: string;
}

/** Why nothing is taken; what was written stays its author's, to read and to take along. */
export function NotTaken({ id, title, text }: NotTakenProps) {
  const draft = readEssayDraft(id);
  return (
    <>
      <Empty icon='document' title={title} text={text} action={{ text: '看作品展示', onPress: () => open('/activities/essays/index') }} />
      {draft === null ? null : (
        <>
          <Heading text='这台设备上的稿子' />
          <EssayText essay={{ ...draft, firmName: draft.firmName === '' ? null : draft.firmName }} />
          <View className={styles.copy}>
            <Button look='plain' text='复制' onPress={() => void copy(`${draft.title}\n\n${draft.body}`, '稿子已复制')} />
          </View>
        </>
      )}
    </>
  );
}
