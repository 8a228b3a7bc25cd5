import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import type { PlanView } from '../../contract/visit/plan';
import styles from './index.module.scss';

/** How good the plan is, and how that is known. */
export function Proof({ proof: { verified, requestCount, served, weighted, bound, preferred, busiestHalfDays } }: Pick<PlanView, 'proof'>) {
  return (
    <View className={`${styles.proof} ${verified ? styles.proven : ''}`}>
      <HeadingText level={2} className={styles.proofTitle}>
        {verified ? '已证明最优' : '尚未证明最优'}
      </HeadingText>
      <View>
        {verified
          ? `完成 ${served} 件，按紧急程度加权 ${weighted}，任何安排都不会超过 ${bound}；已由独立程序核验。`
          : `完成 ${served} 件，按紧急程度加权 ${weighted}；任何安排都不会超过 ${bound}。在限定的时间里没有完成证明，可以缩短日期后重新生成。`}
      </View>
      <View className={styles.detail}>{`等待安排的 ${requestCount} 件里，${preferred} 件排在企业方便的日期；上门最多的专家 ${busiestHalfDays} 个半天。`}</View>
    </View>
  );
}
