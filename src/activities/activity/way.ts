import type { IconName } from '../../components/icon';
import type { ActivityPage, ReadableKind, Way } from '../../contract/activity/activity';
import { open } from '../../platform/navigation';
import { scrollToId } from '../../platform/scroll';
import { openRequestForm } from '../shared/open-request-form';
import { openShelf } from './shelf';

export const eventsAnchor = 'events';
export const newsAnchor = 'news';

export interface OpenWay {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly go: () => void;
}

type Activity = Pick<ActivityPage, 'id' | 'ways'>;

const read: Readonly<Record<ReadableKind, { readonly icon: IconName; readonly title: string; readonly unit: string }>> = {
  lesson: { icon: 'book', title: '学微课', unit: '课' },
  exhibit: { icon: 'document', title: '看展品', unit: '件' },
  advisory: { icon: 'shield', title: '看消费提示', unit: '篇' },
  listing: { icon: 'search', title: '查名录', unit: '项' },
};

/** How one takes part this way; null while there is nothing to take part in. */
function openWay(way: Way, activityId: string): OpenWay | null {
  switch (way.kind) {
    case 'news':
      return way.count === 0 ? null : { icon: 'news', title: '看活动动态', text: `已发布 ${way.count} 条`, go: () => scrollToId(newsAnchor) };
    case 'contest':
      return { icon: 'contest', title: way.title, text: '限时竞赛、专题练习和每日一题', go: () => open('/pages/contest/index') };
    case 'request':
      return way.open ? { icon: 'service', title: way.title, text: '在线填写，随时查看办理进度', go: () => openRequestForm(way) } : null;
    case 'articles':
      return way.count === 0 ? null : reading(way, activityId);
    case 'events':
      return way.count === 0 ? null : { icon: 'clock', title: '预约场次', text: `${way.count} 场可以查看`, go: () => scrollToId(eventsAnchor) };
    case 'essays':
      return essays(way);
    case 'checklist':
      return { icon: 'check', title: way.title, text: `${way.count} 项，答案只留在您的设备上`, go: () => open('/activities/checklist/index', { id: way.checklistId }) };
  }
}

function reading({ of, count }: Extract<Way, { kind: 'articles' }>, activityId: string): OpenWay {
  const { icon, title, unit } = read[of];
  return { icon, title, text: `共 ${count} ${unit}`, go: () => openShelf(of, activityId) };
}

function essays({ open: takesWorks, count }: Extract<Way, { kind: 'essays' }>): OpenWay | null {
  if (!takesWorks && count === 0) return null;
  return {
    icon: 'document',
    title: takesWorks ? '投稿征文' : '看征文作品',
    text: count === 0 ? '写一篇文章，在线投稿' : `已展示 ${count} 篇作品`,
    go: () => open('/activities/essays/index'),
  };
}

/** What one can do now, the main way first. */
export const openWays = ({ id, ways }: Activity): readonly OpenWay[] => ways.flatMap((way) => openWay(way, id) ?? []);

/** What is not open yet or any more, a sentence each. */
export const closedWays = ({ ways }: Activity): readonly string[] =>
  ways.flatMap((way) => {
    if (way.kind === 'request') return way.open ? [] : [`“${way.title}”目前不受理新的申请。`];
    return 'coming' in way && way.coming !== null ? [way.coming] : [];
  });
