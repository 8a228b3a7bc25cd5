import type { ReactNode } from 'react';
import { Failure, Skeleton } from '../components/empty';
import type { Read } from '../hooks/use-read';

interface LoadedProps<Data> {
  readonly read: Pick<Read<Data>, 'state' | 'reload'>;
  /** How much is coming, for the shape shown meanwhile. */
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was read, once it is there; its shape while it comes, and a way to try again when it does not. */
export function Loaded<Data>({ read: { state, reload }, rows, children }: LoadedProps<Data>) {
  switch (state.status) {
    case 'loading':
      return <Skeleton rows={rows} />;
    case 'error':
      return <Failure error={state.error} onRetry={() => void reload()} />;
    case 'ready':
      return <>{children(state.data)}</>;
  }
}
