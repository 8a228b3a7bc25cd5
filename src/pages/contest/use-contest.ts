import { useDidShow } from '@tarojs/taro';
import type { TopicList } from '../../contract/practice';
import { useRead, type Read } from '../../hooks/use-read';

/** The topics; read again each time the page comes back into view, because a practice may have moved them on. */
export function useContest(): Read<TopicList> {
  const topics = useRead('practice.topics', {});
  useDidShow(() => {
    // The first showing finds the first reading under way.
    if (topics.state.status !== 'loading') void topics.reload();
  });
  return topics;
}
