import { View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { Button, ShareButton } from '../../components/controls/button';
import { essayStateHues } from '../../components/essay/essay-state-hues';
import { EssayText } from '../../components/essay/essay-text';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import type { EssayView } from '../../contract/essay';
import { monthDay } from '../../domain/china-time';
import { essayStateNames } from '../../domain/essay/state';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useChange } from '../../hooks/use-change';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { address, open } from '../../platform/navigation';
import { confirm } from '../../platform/notify';
import { Appreciation } from './appreciation';
import styles from './index.module.scss';

export default function EssayPage() {
  const { id = '' } = useParameters();
  const read = useRead('essay.get', { id });
  // It may come back from being mended.
  useReturn(() => void read.reload());
  const essay = read.state.status === 'ready' ? read.state.data : null;
  const title = essay === null ? '质量主题征文作品' : `征文《${essay.title}》`;
  const path = address('/activities/essay/index', { id });
  useShareAppMessage(() => ({ title, path }));
  useShareTimeline(() => ({ title, query: `id=${encodeURIComponent(id)}` }));
  return (
    <Page title='征文作品' actions={essay?.state === 'accepted' ? <ShareButton text='发到群里' /> : undefined}>
      <Loaded read={read}>
        {(data) => (
          <>
            {data.mine ? <Standing essay={data} onChanged={() => void read.reload()} /> : null}
            <EssayText essay={data} />
            {data.acceptedOn === null ? null : <View className={styles.date}>{`${monthDay(data.acceptedOn)}入选展示`}</View>}
            {data.state === 'accepted' ? (
              <Appreciation
                essay={data}
                onChanged={(changed) => {
                  read.replace({ ...data, ...changed });
                }}
                onRefused={() => void read.reload()}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What became of one's own essay, and what one may do now. */
function Standing({ essay: { id, version, state, note, moves }, onChanged }: { essay: EssayView; onChanged: () => void }) {
  const { busy, error, send } = useChange('essay.withdraw');
  const withdraw = async () => {
    if (!(await confirm({ title: '撤回作品', text: '撤回以后，作品不再参加评审和展示，也不能恢复。', yes: '撤回' }))) return;
    const result = await send({ id, version });
    if (result.ok || result.error.code === 'conflict') onChanged();
  };
  return (
    <View className={styles.standing}>
      <View className={styles.head}>
        <View>这是您的作品</View>
        <Tag text={essayStateNames[state]} hue={essayStateHues[state]} />
      </View>
      {note === null ? null : <View className={styles.note}>{`评审意见：${note}`}</View>}
      {moves.includes('resubmit') ? <Button text='修改后再次提交' onPress={() => open('/activities/essay-form/index', { id })} /> : null}
      {moves.includes('withdraw') ? <Button look='quiet' text='撤回作品' busy={busy} onPress={() => void withdraw()} /> : null}
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
    </View>
  );
}
