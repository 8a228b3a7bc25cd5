import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import { monthDayTime } from '../../../domain/china-time';
import { stateLabels } from '../../../domain/manuscript/state';
import { confirm } from '../../../platform/notify';
import { nameOf } from '../../shared/hand-words';
import { ComparedContents } from '../compare/compared-contents';
import type { Conflicting } from './saver';
import styles from './saving.module.scss';

interface ConflictProps {
  readonly mine: ManuscriptContent;
  readonly conflict: Conflicting;
  readonly onTakeTheirs: () => void;
  readonly onPutMine: () => void;
}

/** The manuscript has moved on while one wrote: both texts stand side by side until the writer decides. */
export function Conflict({ mine, conflict, onTakeTheirs, onPutMine }: ConflictProps) {
  const { content, choices } = conflict.theirs;
  const { happened, theirs, putMine, takeTheirs, hint } = wordsFor(conflict);
  const take = async () => {
    const yes = await confirm({ title: takeTheirs, text: '您没有保存的修改会放弃。需要保留的文字，请先复制出来。', yes: '放弃修改' });
    if (yes) onTakeTheirs();
  };
  return (
    <View>
      <Notice tone='wrong' alert>
        {happened}
      </Notice>
      <View className={styles.sides}>
        <Side title='您的版本' content={mine} />
        <Side title={theirs} content={content} />
      </View>
      <Heading text={`从${theirs}到您的版本`} />
      <ComparedContents before={content} after={mine} choices={choices} />
      <Buttons>
        <Button text={putMine} onPress={onPutMine} />
        <Button look='plain' text={takeTheirs} onPress={() => void take()} />
      </Buttons>
      <View className={styles.hint}>{hint}</View>
    </View>
  );
}

interface ConflictWords {
  readonly happened: string;
  /** What the other version is called. */
  readonly theirs: string;
  readonly putMine: string;
  readonly takeTheirs: string;
  readonly hint: string;
}

function wordsFor({ theirs: { state, edited }, sameText }: Conflicting): ConflictWords {
  if (sameText) {
    return {
      happened: `稿件的状态变为“${stateLabels[state]}”，您在这之后写的内容没有保存。`,
      theirs: '现在的稿件',
      putMine: '保存我的修改',
      takeTheirs: '不保存修改',
      hint: '保存后稿件回到草稿，需要重新提交审核。',
    };
  }
  const at = edited === null ? '' : `在 ${monthDayTime(edited.at)} `;
  if (edited?.mine === true) {
    return {
      happened: `您${at}在另一个窗口保存了这篇稿件，或者恢复了以前的版本。这里的修改没有保存，也没有覆盖那一版。请对照后决定用哪一个。`,
      theirs: '另一个窗口的版本',
      putMine: '用这里的版本',
      takeTheirs: '用另一个版本',
      hint: '用这里的版本时，另一个版本仍保留在“版本”里，可以对照和恢复。',
    };
  }
  const who = edited === null ? '另一位编辑' : nameOf(edited);
  return {
    happened: `${who}${at}保存了这篇稿件，您的修改没有保存，也没有覆盖对方的。请对照后决定用哪一个。`,
    theirs: `${who}的版本`,
    putMine: '用我的版本',
    takeTheirs: '用对方的版本',
    hint: '用您的版本时，对方的版本仍保留在“版本”里，可以对照和恢复。',
  };
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
