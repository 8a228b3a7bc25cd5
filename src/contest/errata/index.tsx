import { View } from '@tarojs/components';
import { Empty } from '../../components/empty';
import { HeadingText } from '../../components/heading';
import { Tag } from '../../components/tag';
import type { ErratumView } from '../../contract/contest/office';
import { monthDayTime } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import styles from './index.module.scss';

export default function ErrataPage() {
  const read = useRead('erratum.list', {});
  usePullToRefresh(read.reload);
  return (
    <Page title='题目更正'>
      <Loaded read={read}>{({ errata }) => <Errata errata={errata} />}</Loaded>
    </Page>
  );
}

function Errata({ errata }: { errata: readonly ErratumView[] }) {
  if (errata.length === 0) {
    return <Empty icon='check' title='没有更正过题目' text='申诉经复核成立的，题目会作废或更正答案，处理结果和理由在这里向所有人公布。' />;
  }
  return (
    <>
      <View className={styles.introduction}>申诉经复核成立的题目在这里公布。相关成绩和榜单都按更正后的结果重新计算。</View>
      {errata.map((erratum) => (
        <Erratum key={erratum.questionId + erratum.decidedAt} erratum={erratum} />
      ))}
    </>
  );
}

const decisions = {
  void: { text: '作废', hue: 'seal', effect: '凡抽到它的答卷都计这道题的满分。' },
  correct: { text: '更正答案', hue: 'gold', effect: '按更正后的答案重新计分。' },
} as const;

function Erratum({ erratum: { stem, kind, reason, decidedAt, affectedCount, rescored } }: { erratum: ErratumView }) {
  const { text, hue, effect } = decisions[kind];
  return (
    <View className={styles.erratum}>
      <View className={styles.head}>
        <Tag text={text} hue={hue} />
        <View className={styles.detail}>{`${monthDayTime(decidedAt)} 公布`}</View>
      </View>
      <HeadingText level={2} className={styles.stem}>
        {stem}
      </HeadingText>
      <View className={styles.reason}>{reason}</View>
      <View className={styles.detail}>{`${effect}${scoringWords(affectedCount, rescored)}`}</View>
    </View>
  );
}

function scoringWords(affectedCount: number, rescored: boolean): string {
  if (affectedCount === 0) return '没有答卷用到这道题。';
  return rescored ? `涉及 ${affectedCount} 份答卷，已全部重新计分。` : `涉及 ${affectedCount} 份答卷，正在重新计分。`;
}
