import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { SelectField } from '../../components/form/select-field';
import { Notice } from '../../components/notice';
import type { Output } from '../../contract/actions';
import type { PlanView } from '../../contract/visit/plan';
import { monthDay, monthDayTime, monthDayWeekday } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { confirm } from '../../platform/notify';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import styles from './index.module.scss';
import { LeftOutList } from './left-out-list';
import { Proof } from './proof';
import { usePlan, type Planning } from './use-plan';
import { VisitDays } from './visit-days';
import { Wishes } from './wishes';

const TITLE = '上门计划';

export default function PlanPage() {
  const { state, reload, replace } = useRead('plan.latest', {});
  usePullToRefresh(reload);
  if (state.status === 'error' && state.error.code === 'forbidden') return <NotForYou title={TITLE} who='调度人员' />;
  return (
    <Workspace title={TITLE} current='/officer/plan/index'>
      <Loaded read={{ state, reload }}>{(latest) => <Plan latest={latest} onPlan={(plan) => replace({ ...latest, plan })} reload={reload} />}</Loaded>
    </Workspace>
  );
}

interface PlanProps {
  readonly latest: Output<'plan.latest'>;
  readonly onPlan: (plan: PlanView) => void;
  readonly reload: () => Promise<void>;
}

function Plan({ latest, onPlan, reload }: PlanProps) {
  const planning = usePlan(latest, onPlan, reload);
  const { plan, proposing } = planning;
  const { waitingCount, expertCount, days } = latest;
  return (
    <>
      <View className={styles.counts}>{`${waitingCount} 份申请等待安排上门，${expertCount} 位专家参加安排。`}</View>
      <SpanFields planning={planning} days={days} />
      {proposing.error === null ? null : (
        <Notice tone='wrong' alert>
          {proposing.error.fields?.fromOn ?? proposing.error.fields?.toOn ?? proposing.error.message}
        </Notice>
      )}
      {plan === null ? <Button text='生成方案' busy={proposing.busy} disabled={waitingCount === 0} onPress={() => void planning.propose()} /> : <Made plan={plan} planning={planning} />}
    </>
  );
}

function SpanFields({ planning: { span, chooseSpan }, days }: { planning: Planning; days: readonly string[] }) {
  const choices = days.map((date) => ({ id: date, name: monthDayWeekday(date) }));
  return (
    <View className={styles.span}>
      <SelectField id='fromOn' label='从' choices={choices} chosen={span.fromOn} onChoose={(fromOn) => chooseSpan({ fromOn, toOn: fromOn > span.toOn ? fromOn : span.toOn })} />
      <SelectField id='toOn' label='到' choices={choices.filter(({ id }) => id >= span.fromOn)} chosen={span.toOn} onChoose={(toOn) => chooseSpan({ ...span, toOn })} />
    </View>
  );
}

function Made({ plan, planning }: { plan: PlanView; planning: Planning }) {
  const { fromOn, toOn, madeAt, publishedAt, stale, visits, leftOut, proof } = plan;
  return (
    <>
      {publishedAt === null ? null : <Notice tone='good' alert>{`这份计划已于 ${monthDayTime(publishedAt)} 发布，上门已约定，系统正在通知企业和专家。`}</Notice>}
      {stale === null ? null : (
        <Notice tone='promise' alert>
          {stale}
        </Notice>
      )}
      <Steps plan={plan} planning={planning} />
      <View className={styles.made}>{`${monthDay(fromOn)}至 ${monthDay(toOn)}的方案，${monthDayTime(madeAt)} 生成`}</View>
      <View className={styles.columns}>
        <View className={styles.column}>
          <VisitDays key={plan.id} visits={visits} planning={planning} />
        </View>
        <View className={styles.column}>
          <Proof proof={proof} />
          <Wishes plan={plan} planning={planning} />
          <LeftOutList key={plan.id} leftOut={leftOut} planning={planning} />
        </View>
      </View>
    </>
  );
}

/** What comes next: to make the plan again, or to publish it. */
function Steps({ plan: { publishedAt, stale, visits, fromOn, toOn }, planning }: { plan: PlanView; planning: Planning }) {
  const { changes, span, proposing, publishing, propose, publish } = planning;
  const isOther = span.fromOn !== fromOn || span.toOn !== toOn;
  const mayPublish = publishedAt === null && stale === null && changes === 0 && !isOther && visits.length > 0;
  const ask = async () => {
    const firms = visits.reduce((sum, { requests }) => sum + requests.length, 0);
    const yes = await confirm({
      title: '发布上门计划',
      text: `将约定 ${visits.length} 个半天、${firms} 家企业的上门，并通知企业和专家。发布以后要改动，须逐件改期。`,
      yes: '发布',
    });
    if (yes) await publish();
  };
  return (
    <View className={styles.steps}>
      {changes === 0 || publishedAt !== null ? null : <Notice tone='info'>{`有 ${changes} 处调整，重新生成后生效；其余安排会尽量不变。`}</Notice>}
      {publishing.error === null || stale !== null ? null : (
        <Notice tone='wrong' alert>
          {publishing.error.message}
        </Notice>
      )}
      <Buttons>
        {mayPublish ? <Button text='发布并通知' busy={publishing.busy} disabled={proposing.busy} onPress={() => void ask()} /> : null}
        <Button
          look={mayPublish ? 'plain' : 'main'}
          text={publishedAt === null ? '重新生成' : '生成方案'}
          busy={proposing.busy}
          disabled={publishing.busy}
          onPress={() => void propose()}
        />
      </Buttons>
    </View>
  );
}
