import { View } from '@tarojs/components';
import { memo, type ReactNode } from 'react';
import { ListTail } from '../components/controls/list-tail';
import { Failure, Skeleton } from '../components/empty';
import type { Pages } from '../hooks/use-pages';

interface BlockListProps<Row> {
  readonly pages: Pages<Row>;
  readonly className?: string | undefined;
  /** What is said when there is nothing, which is never what is said when reading failed. */
  readonly empty: ReactNode;
  /** Draws one row, with its key; always the same function, so that what has not changed is not drawn again. */
  readonly children: (row: Row) => ReactNode;
}

/**
 * A list of which rows come and go while it grows long. When one does, Taro sends every sibling of it to WeChat again;
 * so the rows are drawn in blocks, a page each, and a block stays even when it is empty. No sibling of the whole list
 * may come or go either: it stands in a box of its own, and so does what is above it.
 */
export function BlockList<Row>({ pages: { state, loadMore, reload }, className = '', empty, children }: BlockListProps<Row>) {
  if (state.status === 'loading') return <Skeleton />;
  if (state.status === 'error') return <Failure error={state.error} onRetry={() => void reload()} />;
  if (state.rows.length === 0 && state.tail === 'end') return <>{empty}</>;
  return (
    <View>
      <View className={className}>
        {state.blocks.map((rows, index) => (
          // A page keeps its place for as long as the list is not read anew.
          <Block key={index} rows={rows} draw={children} />
        ))}
      </View>
      <ListTail tail={state.tail} onMore={loadMore} />
    </View>
  );
}

interface BlockProps<Row> {
  readonly rows: readonly Row[];
  readonly draw: (row: Row) => ReactNode;
}

const Block = memo(function Block<Row>({ rows, draw }: BlockProps<Row>) {
  return <View>{rows.map(draw)}</View>;
}) as <Row>(props: BlockProps<Row>) => ReactNode;
