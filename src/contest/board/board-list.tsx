import { View } from '@tarojs/components';
import { ShareButton } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import type { BoardKind } from '../../contract/contest/contest';
import { PagedList } from '../../frame/paged-list';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';
import styles from './board-list.module.scss';
import { countWords, names, ruleWords } from './board-words';
import { OwnRow, Row } from './row';
import { useBoard, type BoardHead, type BoardOrder } from './use-board';

interface BoardListProps {
  readonly kind: BoardKind;
  readonly order: BoardOrder;
  readonly onHead: (head: BoardHead) => void;
}

/** One's own place, then the first hundred. */
export function BoardList({ kind, order, onHead }: BoardListProps) {
  const { head, pages } = useBoard(kind, order, onHead);
  return (
    <>
      {head === null ? null : <View className={styles.rule}>{ruleWords(kind, order, head)}</View>}
      <PagedList pages={pages} empty={head === null ? null : <NoRows kind={kind} head={head} />}>
        {(rows) => (
          <>
            {head === null ? null : <OwnRow kind={kind} head={head} />}
            <View className={styles.rows} {...(isH5 ? { role: 'list' } : {})}>
              {rows.map((row, index) => (
                <Row key={index} row={row} kind={kind} order={order} questionCount={head?.questionCount ?? 0} />
              ))}
            </View>
          </>
        )}
      </PagedList>
      {head === null || head.hidden !== null || head.total === 0 ? null : (
        <View className={styles.foot}>
          <View className={styles.count}>{countWords(kind, order, head)}</View>
          <View className={styles.share}>
            <ShareButton text='发到群里' />
          </View>
        </View>
      )}
    </>
  );
}

function NoRows({ kind, head: { hidden, teams } }: { kind: BoardKind; head: BoardHead }) {
  if (hidden !== null) return <Empty icon='clock' title='榜单还没有公布' text={hidden} />;
  return (
    <Empty
      icon='contest'
      title='还没有上榜的成绩'
      text={kind === 'people' ? '交卷后有了成绩，名字就会出现在这里。' : `有 ${teams.minimum} 人取得成绩的${names[kind]}会出现在这里。`}
      action={{
        text: '去看竞赛',
        onPress: () => {
          open('/contest/lobby/index');
        },
      }}
    />
  );
}
