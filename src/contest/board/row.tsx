import { View } from '@tarojs/components';
import type { BoardRow } from '../../contract/contest/board';
import type { BoardKind } from '../../contract/contest/contest';
import { usedTimeWords } from '../../domain/contest/used-time';
import { isH5 } from '../../platform/environment';
import { names, units } from './board-words';
import styles from './row.module.scss';
import type { BoardHead, BoardOrder } from './use-board';

interface RowProps {
  readonly row: BoardRow;
  readonly kind: BoardKind;
  readonly order: BoardOrder;
  readonly questionCount: number;
}

/** A place on the board. Correctness and time stand apart from the points, and the one ordered by stands out. */
export function Row({ row, kind, order, questionCount }: RowProps) {
  return (
    <View className={`${styles.row} ${row.mine ? styles.mine : ''}`} {...(isH5 ? { role: 'listitem' } : {})}>
      <View className={`${styles.rank} ${row.rank <= 3 ? styles.top : ''}`}>{row.rank}</View>
      <View className={styles.words}>
        <View className={styles.name}>{row.mine ? `${row.name}（${kind === 'people' ? '我' : '我的'}）` : row.name}</View>
        <View className={styles.facts}>
          {row.memberCount === null ? null : <View>{`${row.memberCount} 人有成绩`}</View>}
          {row.correctCount === null ? null : (
            <View className={order === 'correct' ? styles.decisive : ''}>{`答对 ${row.correctCount}/${questionCount}`}</View>
          )}
          <View className={order === 'fastest' ? styles.decisive : ''}>{`${kind === 'people' ? '用时' : '平均用时'} ${usedTimeWords(row.usedMs)}`}</View>
        </View>
      </View>
      <View className={styles.score}>
        <View className={order === 'overall' ? styles.points : styles.lesser}>{scoreWords(row.score)}</View>
        <View className={styles.unit}>{kind === 'people' ? '分' : '平均分'}</View>
      </View>
    </View>
  );
}

const scoreWords = (score: number): string => (Number.isInteger(score) ? String(score) : score.toFixed(1));

const notListed = {
  people: '您还没有上榜的成绩。用微信登录参加竞赛，交卷后这里会显示您的名次；访客身份可以答题，不参加排名。',
  enterprises: '参加竞赛时填写所在企业，企业上榜后这里会显示它的名次。',
  offices: '参加竞赛时选择所在单位，单位上榜后这里会显示它的名次。',
  groups: '从群里的竞赛卡片进入并参加，群上榜后这里会显示它的名次。',
} as const satisfies Record<BoardKind, string>;

/** One's own place, wherever it is; it is not among the first hundred for most. */
export function OwnRow({ kind, head: { own, total, questionCount } }: { kind: BoardKind; head: BoardHead }) {
  if (own === null) return <View className={styles.absent}>{notListed[kind]}</View>;
  const whose = kind === 'people' ? '我的名次' : `所在${names[kind]}`;
  return (
    <View className={styles.own}>
      <View className={styles.place}>
        <View className={styles.label}>{whose}</View>
        <View className={styles.number}>{`第 ${own.rank} 名`}</View>
        <View className={styles.label}>{`共 ${total} ${units[kind]}`}</View>
      </View>
      <View className={styles.ownWords}>
        <View className={styles.name}>{own.name}</View>
        <View className={styles.facts}>
          <View>{`${kind === 'people' ? '' : '平均 '}${scoreWords(own.score)} 分`}</View>
          {own.correctCount === null ? null : <View>{`答对 ${own.correctCount}/${questionCount}`}</View>}
          <View>{`${kind === 'people' ? '用时' : '平均用时'} ${usedTimeWords(own.usedMs)}`}</View>
        </View>
      </View>
    </View>
  );
}
