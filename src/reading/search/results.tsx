import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Pressable } from '../../components/controls/pressable';
import { Empty } from '../../components/empty';
import { lineHues, Tag } from '../../components/tag';
import { articleKindNames } from '../../contract/article';
import type { Found, SearchKind } from '../../contract/search';
import { monthDay } from '../../domain/china-time';
import { BlockList } from '../../frame/block-list';
import { usePages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

const kindNames: Readonly<Record<SearchKind, string>> = { activity: '活动', ...articleKindNames };
const kinds = (Object.keys(kindNames) as SearchKind[]).map((id) => ({ id, name: kindNames[id] }));

export function Results({ words }: { words: string }) {
  const [kind, setKind] = useState<SearchKind>();
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('search.find', { words, kind, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.found, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [words, kind],
  );
  return (
    <>
      <ChoiceRow
        label='种类'
        all='全部'
        choices={kinds}
        chosen={kind}
        onChoose={(id) => {
          setKind(kinds.find((known) => known.id === id)?.id);
        }}
      />
      <BlockList pages={usePages(fetchPage)} empty={<Nothing onAll={kind === undefined ? null : () => setKind(undefined)} />}>
        {drawFound}
      </BlockList>
    </>
  );
}

/** @param onAll null when every kind was looked through */
function Nothing({ onAll }: { onAll: (() => void) | null }) {
  if (onAll !== null) return <Empty icon='search' title='这一类里没有找到' text='可以在全部内容里再找一找。' action={{ text: '在全部内容里找', onPress: onAll }} />;
  return <Empty icon='search' title='没有找到' text='换一个短一些的词试试，例如两个字的关键词；几个词之间用空格隔开。' />;
}

function openFound({ kind, id }: Found): void {
  if (kind === 'activity') open('/activities/activity/index', { id });
  else if (kind === 'lesson') open('/activities/lesson/index', { id });
  else open('/pages/article/index', { id });
}

const drawFound = (found: Found) => (
  <Pressable
    key={`${found.kind} ${found.id}`}
    role='link'
    className={styles.found}
    onPress={() => {
      openFound(found);
    }}
  >
    <Marked marks={found.title} className={styles.title} />
    <Marked marks={found.excerpt} className={styles.excerpt} />
    <View className={styles.meta}>
      <Tag text={kindNames[found.kind]} hue={lineHues[found.lineId]} />
      <View>{sourceOf(found)}</View>
    </View>
  </Pressable>
);

const sourceOf = (found: Found): string =>
  found.kind === 'activity' ? `第 ${found.number} 项 ${found.lineName}` : `${found.officeName} ${found.happenedOn === null ? `${Number(found.month.slice(5))} 月` : monthDay(found.happenedOn)}`;

/** Pieces of plain text, so that nothing in a title can become anything else. */
function Marked({ marks, className }: { marks: Found['title']; className: string | undefined }) {
  return (
    <View className={className}>
      {marks.map(({ text, hit }, index) => (hit ? <Text key={index} className={styles.hit}>{text}</Text> : text))}
    </View>
  );
}
