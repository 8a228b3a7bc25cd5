import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';
import { monthDayTime } from '../../../domain/china-time';
import { confirm } from '../../../platform/notify';
import { nameOf } from '../../shared/hand-words';
import { ComparedContents } from '../compare/compared-contents';
import styles from './saving.module.scss';

interface ConflictProps {
  readonly mine: ManuscriptContent;
  readonly theirs: ManuscriptView;
  readonly onTakeTheirs: () => void;
  readonly onPutMine: () => void;
}

/** Two people wrote at the same time: both texts stand side by side until one of them decides. */
export function Conflict({ mine, theirs, onTakeTheirs, onPutMine }: ConflictProps) {
  const { edited, content, choices } = theirs;
  const who = edited === null ? '另一位编辑' : nameOf(edited);
  const takeTheirs = async () => {
    const yes = await confirm({ title: '改用对方的版本', text: '您没有保存的修改会放弃。需要保留的文字，请先复制出来。', yes: '改用' });
    if (yes) onTakeTheirs();
  };
  return (
    <View>
      <Notice tone='wrong' alert>
        {`${who}${edited === null ? '' : `在 ${monthDayTime(edited.at)} `}保存了这篇稿件，您的修改没有保存，也没有覆盖对方的。请对照后决定用哪一个。`}
      </Notice>
      <View className={styles.sides}>
        <Side title='您的版本' content={mine} />
        <Side title={`${who}的版本`} content={content} />
      </View>
      <Heading text='对方的版本到您的版本' />
      <ComparedContents before={content} after={mine} choices={choices} />
      <View className={styles.buttons}>
        <Button text='用我的版本' onPress={onPutMine} />
        <Button look='plain' text='用对方的版本' onPress={() => void takeTheirs()} />
      </View>
      <View className={styles.hint}>用您的版本时，对方的版本仍保留在“版本”里，可以对照和恢复。</View>
    </View>
  );
}

function Side({ title, content }: { title: string; content: ManuscriptContent }) {
  return (
    <View className={styles.side}>
      <Heading text={title} />
      <View className={styles.sideTitle}>{content.title === '' ? '（还没有标题）' : content.title}</View>
      <Text className={styles.sideText} selectable userSelect>
        {content.markdown}
      </Text>
    </View>
  );
}
