import type { ReactNode } from 'react';
import { ListTail } from '../components/controls/list-tail';
import { Failure, Skeleton } from '../components/empty';
import type { Pages } from '../hooks/use-pages';

interface PagedListProps<Row> {
  readonly pages: Pages<Row>;
  /** What is said when there is nothing, which is never what is said when reading failed. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list with everything that can become of it: coming, failed, empty, more to come, at its end. */
export function PagedList<Row>({ pages: { state, loadMore, reload }, empty, children }: PagedListProps<Row>) {
  if (state.status === 'loading') return <Skeleton />;
  if (state.status === 'error') return <Failure error={state.error} onRetry={() => void reload()} />;
  if (state.rows.length === 0) return <>{empty}</>;
  return (
    <>
      {children(state.rows)}
      <ListTail tail={state.tail} onMore={loadMore} />
    </>
  );
}
