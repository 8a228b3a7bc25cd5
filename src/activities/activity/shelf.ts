import type { ReadableKind } from '../../contract/activity/activity';
import { open } from '../../platform/navigation';

export const shelfNames = {
  lesson: '课程',
  exhibit: '展品',
  advisory: '消费提示',
  listing: '名录',
} as const satisfies Readonly<Record<ReadableKind, string>>;

/** Opens the place where all of an activity's articles of this kind are. */
export function openShelf(of: ReadableKind, activityId: string): void {
  switch (of) {
    case 'lesson':
      open('/activities/lessons/index');
      break;
    case 'exhibit':
      open('/activities/exhibition/index', { activity: activityId });
      break;
    case 'advisory':
      open('/activities/articles/index', { activity: activityId, kind: 'advisory' });
      break;
    case 'listing':
      open('/activities/directory/index', { activity: activityId });
  }
}
