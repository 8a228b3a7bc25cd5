import { activityStateNames, type ActivityState } from '../domain/activity-state';
import { Tag, type Hue } from './tag';

const hues = {
  'not-started': 'grey',
  preparing: 'gold',
  running: 'ok',
  ended: 'grey',
} as const satisfies Readonly<Record<ActivityState, Hue>>;

export function ActivityStateTag({ state }: { state: ActivityState }) {
  return <Tag text={activityStateNames[state]} hue={hues[state]} />;
}
