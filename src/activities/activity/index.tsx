import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import type { ActivityPage as Activity } from '../../contract/activity/activity';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { PassOn } from '../../frame/pass-on';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { useShare } from '../../hooks/use-share';
import { address } from '../../platform/navigation';
import { Events } from './events';
import { Head } from './head';
import { News } from './news';
import { Shelves } from './shelves';
import { openWays } from './way';
import { Ways } from './ways';
import styles from './index.module.scss';

export default function ActivityPage() {
  const { id = '' } = useParameters();
  const read = useRead('activity.get', { id });
  const activity = read.state.status === 'ready' ? read.state.data : null;
  const path = address('/activities/activity/index', { id });
  useShare(activity?.title ?? '“质量月”活动', path);
  const [main] = activity === null ? [] : openWays(activity);

  return (
    <Page title='活动' actions={main === undefined ? undefined : <Button text={main.title} onPress={main.go} />}>
      <Loaded read={read} rows={6}>
        {(found) => <Parts activity={found} path={path} />}
      </Loaded>
    </Page>
  );
}

function Parts({ activity, path }: { activity: Activity; path: string }) {
  const hasEvents = activity.ways.some((way) => way.kind === 'events' && way.count > 0);
  return (
    <>
      <Head activity={activity} />
      <Ways activity={activity} />
      {hasEvents ? <Events activityId={activity.id} /> : null}
      <Shelves activity={activity} />
      <News activity={activity} />
      <View className={styles.share}>
        <PassOn path={path} />
      </View>
    </>
  );
}
