import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { ContestView } from '../../contract/contest/contest';
import { cameFromGroup, joinGroup } from '../../platform/contest/group-entry';
import styles from './group-offer.module.scss';

/** Offered to who came in from a WeChat group, while the contest is not over. */
export function GroupOffer({ contest: { phase, rules, mine }, onJoined }: { contest: ContestView; onJoined: () => void }) {
  const [offered] = useState(cameFromGroup);
  const [joined, setJoined] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!offered || phase === 'closed' || !rules.boards.includes('groups')) return null;

  const join = async () => {
    setBusy(true);
    const result = await joinGroup();
    setBusy(false);
    setFailure(result.ok ? null : result.error.message);
    if (!result.ok) return;
    setJoined(true);
    onJoined();
  };

  if (joined) {
    return (
      <View className={styles.offer}>
        <Notice tone='good'>已代表这个微信群参加，您的最好成绩会计入群榜。</Notice>
      </View>
    );
  }
  return (
    <View className={styles.offer}>
      <View>您是从微信群进来的，可以代表这个群上群榜。只记录群的编号，不记录群名和成员。</View>
      {mine !== null && mine.entry.groupCode !== null ? <View className={styles.before}>{`现在代表的是群 ${mine.entry.groupCode}；确认后改为这个群。`}</View> : null}
      {failure === null ? null : <Notice tone='wrong'>{failure}</Notice>}
      <View className={styles.action}>
        <Button look='plain' text='代表这个微信群参加' busy={busy} onPress={() => void join()} />
      </View>
    </View>
  );
}
