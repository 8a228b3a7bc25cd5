import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Pressable } from '../../../components/controls/pressable';
import { Empty } from '../../../components/empty';
import { Tag } from '../../../components/tag';
import type { VersionKind, VersionRow } from '../../../contract/newsroom/manuscript';
import { PagedList } from '../../../frame/paged-list';
import { usePages } from '../../../hooks/use-pages';
import { call } from '../../../platform/call';
import { handWords } from '../../shared/hand-words';
import type { Desk } from '../use-desk';
import { Version } from './version';
import styles from './versions.module.scss';

export const versionKinds = {
  folder: '活动资料原文',
  saved: '保存',
  restored: '恢复',
  submitted: '送审',
  published: '发布',
} as const satisfies Record<VersionKind, string>;

/** Everything the manuscript has been; each can be compared and brought back. */
export function Versions({ desk }: { desk: Desk }) {
  const { view, known } = desk;
  const [opened, setOpened] = useState<number | null>(null);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('manuscript.versions', { id: view.id, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.versions, nextCursor: result.data.nextCursor } } as const) : result;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- After a save there is another version, so the list is read anew.
    [view.id, known.revision],
  );
  const pages = usePages(fetchPage);

  if (opened !== null) return <Version desk={desk} number={opened} versions={pages.state.status === 'ready' ? pages.state.rows : []} onClose={() => { setOpened(null); }} />;
  return (
    <PagedList pages={pages} empty={<Empty icon='clock' title='还没有版本' text='保存后自动留下版本，可以对照和恢复。' />}>
      {(versions) => (
        <View className={styles.versions}>
          {versions.map((version) => (
            <VersionItem key={version.number} version={version} onOpen={setOpened} />
          ))}
        </View>
      )}
    </PagedList>
  );
}

function VersionItem({ version: { number, kind, saved, title, characters }, onOpen }: { version: VersionRow; onOpen: (number: number) => void }) {
  return (
    <Pressable
      className={styles.version}
      onPress={() => {
        onOpen(number);
      }}
    >
      <View className={styles.head}>
        <View className={styles.number}>{`第 ${number} 版`}</View>
        <Tag text={versionKinds[kind]} hue={kind === 'published' ? 'ok' : kind === 'submitted' ? 'blue' : 'grey'} />
      </View>
      <View className={styles.detail}>{`${handWords(saved)} · ${title === '' ? '（还没有标题）' : title} · 正文 ${characters} 字`}</View>
    </Pressable>
  );
}
