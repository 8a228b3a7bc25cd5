import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Tabs } from '../../components/controls/tabs';
import type { BoardKind } from '../../contract/contest/contest';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { address } from '../../platform/navigation';
import { BoardList } from './board-list';
import { names } from './board-words';
import type { BoardHead, BoardOrder } from './use-board';

const isKind = (kind: string | undefined): kind is BoardKind => kind !== undefined && kind in names;

/** Besides the overall order. */
const orders = [
  { id: 'correct', name: '正确率' },
  { id: 'fastest', name: '用时' },
] as const satisfies readonly { id: BoardOrder; name: string }[];

export default function BoardPage() {
  const { kind: asked } = useParameters();
  const [kind, chooseKind] = useState(isKind(asked) ? asked : 'people');
  const [order, chooseOrder] = useState<BoardOrder>('overall');
  const [contest, setContest] = useState<Pick<BoardHead, 'title' | 'boards'> | null>(null);
  useShareAppMessage(() => ({
    title: `${contest?.title ?? '知识竞赛'}：${names[kind]}榜单`,
    path: address('/contest/board/index', { kind }),
  }));

  const shownOrder = kind === 'people' ? order : 'overall';
  return (
    <Page title='榜单'>
      {contest !== null && contest.boards.length > 1 ? (
        <Tabs label='榜单' tabs={contest.boards.map((id) => ({ id, text: names[id] }))} chosen={kind} onChoose={chooseKind} />
      ) : null}
      {kind === 'people' ? (
        <ChoiceRow
          label='排序'
          all='综合'
          choices={orders}
          chosen={order === 'overall' ? undefined : order}
          onChoose={(id) => {
            chooseOrder(orders.find((one) => one.id === id)?.id ?? 'overall');
          }}
        />
      ) : null}
      <BoardList key={`${kind} ${shownOrder}`} kind={kind} order={shownOrder} onHead={setContest} />
    </Page>
  );
}
