import { View } from '@tarojs/components';
import { memo, useState, type ReactNode } from 'react';
import { ListTail } from '../components/controls/list-tail';
import { Failure, Skeleton } from '../components/empty';
import type { Pages } from '../hooks/use-pages';
import { FarBox, FAR_BLOCK, FAR_GROUP } from './far-box';

interface BlockListProps<Row> {
  readonly pages: Pages<Row>;
  readonly className?: string | undefined;
  /** Of a box around each block's rows, where they do not stand one below another. */
  readonly blockClassName?: string | undefined;
  /** What is said when there is nothing, which is never what is said when reading failed. */
  readonly empty: ReactNode;
  /** Draws one row, with its key; always the same function, so that what has not changed is not drawn again. */
  readonly children: (row: Row) => ReactNode;
}

/**
 * A list that may grow long and of which rows come and go. When one does, Taro sends every sibling of it to WeChat again;
 * so the rows are drawn in blocks, a page each, and a block stays even when it is empty. No sibling of the whole list
 * may come or go either: it stands in a box of its own, and so does what is above it. A block far from the screen is an
 * empty box of the same height, and so is a group of them, so that a page has few nodes however long its list is.
 */
export function BlockList<Row>({ pages: { state, loadMore, reload }, className = '', blockClassName, empty, children }: BlockListProps<Row>) {
  if (state.status === 'loading') return <Skeleton />;
  if (state.status === 'error') return <Failure error={state.error} onRetry={() => void reload()} />;
  if (state.rows.length === 0 && state.tail === 'end') return <>{empty}</>;
  return (
    <View>
      <Blocks blocks={state.blocks} className={className} blockClassName={blockClassName} draw={children} />
      <ListTail tail={state.tail} onMore={loadMore} />
    </View>
  );
}

interface BlocksProps<Row> {
  readonly blocks: readonly (readonly Row[])[];
  readonly className: string;
  readonly blockClassName: string | undefined;
  readonly draw: (row: Row) => ReactNode;
}

const GROUP = 20;

let lists = 0;

function Blocks<Row>({ blocks, className, blockClassName, draw }: BlocksProps<Row>) {
  // Of the whole app, since a list may lie under another one.
  const [name] = useState(() => `list-${(lists += 1)}`);
  const [heights] = useState(() => new Map<string, number>());
  const groups = Array.from({ length: Math.ceil(blocks.length / GROUP) }, (_, group) => blocks.slice(group * GROUP, (group + 1) * GROUP));
  // A page keeps its place for as long as the list is not read anew, and so does a group of pages.
  return (
    <View className={className}>
      {groups.map((group, groupIndex) => (
        <FarBox key={groupIndex} id={`${name}-${groupIndex}`} margin={FAR_GROUP} heights={heights}>
          {group.map((rows, index) => (
            <FarBox key={index} id={`${name}-${groupIndex}-${index}`} margin={FAR_BLOCK} heights={heights}>
              <Block rows={rows} className={blockClassName} draw={draw} />
            </FarBox>
          ))}
        </FarBox>
      ))}
    </View>
  );
}

interface BlockProps<Row> {
  readonly rows: readonly Row[];
  readonly className: string | undefined;
  readonly draw: (row: Row) => ReactNode;
}

const Block = memo(function Block<Row>({ rows, className, draw }: BlockProps<Row>) {
  const drawn = rows.map(draw);
  return className === undefined ? <>{drawn}</> : <View className={className}>{drawn}</View>;
}) as <Row>(props: BlockProps<Row>) => ReactNode;
