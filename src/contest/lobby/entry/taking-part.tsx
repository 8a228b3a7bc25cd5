import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/controls/button';
import type { ContestView, Entry } from '../../../contract/contest/contest';
import { EntryForm } from './entry-form';
import { HideName } from './hide-name';
import { shownAs } from './name-choice';
import styles from './taking-part.module.scss';

const nobody: Entry = { nameChoice: 'anonymous', name: null, enterprise: null, officeId: null, groupCode: null };

interface TakingPartProps {
  readonly contest: ContestView;
  readonly onEntered: (entry: Entry) => void;
}

/** How this person appears and for whom they take part; may be changed until the contest closes, and hidden after it. */
export function TakingPart({ contest, onEntered }: TakingPartProps) {
  const [editing, setEditing] = useState(false);
  const entry = contest.mine?.entry ?? nobody;
  if (editing) {
    return (
      <EntryForm
        entry={entry}
        offices={contest.offices}
        onCancel={() => setEditing(false)}
        onEntered={(entered) => {
          setEditing(false);
          onEntered(entered);
        }}
      />
    );
  }
  const closed = contest.phase === 'closed';
  const office = contest.offices.find(({ id }) => id === entry.officeId);
  const facts = [
    { name: '榜单显示', text: shownAs(entry.nameChoice, entry.name) },
    { name: '企业', text: entry.enterprise?.name ?? '不代表企业' },
    { name: '单位', text: office?.name ?? '不代表单位' },
    ...(entry.groupCode === null ? [] : [{ name: '微信群', text: `编号 ${entry.groupCode}` }]),
  ];
  return (
    <View className={styles.card}>
      {facts.map(({ name, text }) => (
        <View key={name} className={styles.fact}>
          <View className={styles.name}>{name}</View>
          <View className={styles.text}>{text}</View>
        </View>
      ))}
      {closed && entry.nameChoice === 'anonymous' ? null : (
        <View className={styles.action}>
          {closed ? <HideName entry={entry} onEntered={onEntered} /> : <Button look='quiet' text='填写或修改' onPress={() => setEditing(true)} />}
        </View>
      )}
    </View>
  );
}
