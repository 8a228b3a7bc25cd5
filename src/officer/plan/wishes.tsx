import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import type { Exclude, PlanView } from '../../contract/visit/plan';
import { slotWords } from '../../domain/visit-plan/reason-words';
import styles from './index.module.scss';
import type { Planning } from './use-plan';

/** What is kept out of the plan; it no longer shows among the visits, so here it is taken back. */
export function Wishes({ plan, planning: { excludes, allow } }: { plan: PlanView; planning: Planning }) {
  if (excludes.length === 0) return null;
  return (
    <>
      <Heading text='不这样安排' />
      {excludes.map((exclude) => (
        <View key={JSON.stringify(exclude)} className={styles.exclude}>
          <View className={styles.words}>{excludeWords(exclude, plan)}</View>
          <Button
            look='quiet'
            text='取消'
            onPress={() => {
              allow(exclude);
            }}
          />
        </View>
      ))}
    </>
  );
}

function excludeWords({ requestId, expertId, slot }: Exclude, { visits, leftOut }: PlanView): string {
  const firm = [...visits.flatMap(({ requests }) => requests), ...leftOut].find((request) => request.requestId === requestId)?.firmName;
  // An expert without a visit in this plan is not named in it.
  const expert = expertId === null ? null : (visits.find((visit) => visit.expertId === expertId)?.expertName ?? '原来的专家');
  return [firm, slot && slotWords(slot), expert].filter((word) => typeof word === 'string').join(' · ');
}
