import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/controls/button';
import { SelectField } from '../../../components/form/select-field';
import { Heading } from '../../../components/heading';
import type { VersionRow, VersionView } from '../../../contract/newsroom/manuscript';
import { Loaded } from '../../../frame/loaded';
import { useRead } from '../../../hooks/use-read';
import { confirm } from '../../../platform/notify';
import { handWords } from '../../shared/hand-words';
import { ComparedContents } from '../compare/compared-contents';
import { MoveFailure } from '../flow/move-failure';
import { useMove } from '../flow/use-move';
import type { Desk } from '../use-desk';
import styles from './versions.module.scss';

interface VersionProps {
  readonly desk: Desk;
  readonly number: number;
  /** With which it can be compared. */
  readonly versions: readonly VersionRow[];
  readonly onClose: () => void;
}

const NOW = 'now';

/** One version, what became of it, and the way back to it. */
export function Version({ desk, number, versions, onClose }: VersionProps) {
  const read = useRead('manuscript.version', { id: desk.view.id, number });
  const [other, setOther] = useState(NOW);
  const choices = [{ id: NOW, name: '现在的稿件' }, ...versions.filter((version) => version.number !== number).map((version) => ({ id: String(version.number), name: `第 ${version.number} 版，${handWords(version.saved)}` }))];
  return (
    <View>
      <Heading text={`第 ${number} 版`} more={{ text: '返回版本列表', label: '返回版本列表', onPress: onClose }} />
      <Loaded read={read} rows={3}>
        {(version) => (
          <>
            <View className={styles.detail}>{handWords(version.saved)}</View>
            <SelectField id='compared-with' label='和哪一版对照' choices={choices} chosen={other} onChoose={setOther} />
            {other === NOW ? <ComparedContents before={version.content} after={desk.content} choices={desk.view.choices} /> : <WithAnother key={other} desk={desk} version={version} other={Number(other)} />}
            <Restore desk={desk} number={number} onRestored={onClose} />
          </>
        )}
      </Loaded>
    </View>
  );
}

/** Whichever is opened, the earlier one is what changed. */
function WithAnother({ desk: { view }, version, other }: { desk: Desk; version: VersionView; other: number }) {
  const read = useRead('manuscript.version', { id: view.id, number: other });
  return (
    <Loaded read={read} rows={2}>
      {({ number, content }) => (
        <ComparedContents before={number < version.number ? content : version.content} after={number < version.number ? version.content : content} choices={view.choices} />
      )}
    </Loaded>
  );
}

function Restore({ desk, number, onRestored }: { desk: Desk; number: number; onRestored: () => void }) {
  const move = useMove('manuscript.restore', desk);
  if (!desk.view.may.includes('save')) return null;
  const restore = async () => {
    const yes = await confirm({ title: `恢复到第 ${number} 版`, text: '现在的内容会留在版本里，不会丢失。', yes: '恢复' });
    if (!yes) return;
    // What was typed a moment ago becomes a version as well.
    if (await move.make({ number })) onRestored();
  };
  return (
    <>
      <MoveFailure move={move} />
      <View className={styles.restore}>
        <Button look='plain' text='恢复到这一版' busy={move.busy} onPress={() => void restore()} />
      </View>
    </>
  );
}
