import { View } from '@tarojs/components';
import { useCallback } from 'react';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { Notice } from '../../components/notice';
import type { FlaggedAttempt } from '../../contract/contest/office';
import { monthDayTime } from '../../domain/china-time';
import { usedTimeWords } from '../../domain/contest/used-time';
import { PagedList } from '../../frame/paged-list';
import { call } from '../../platform/call';
import styles from './flagged.module.scss';
import pageStyles from './index.module.scss';
import { useGuardedPages, type GuardedProps } from '../../hooks/use-guarded-pages';

/** Attempts worth a look, newest first. */
export function Flagged({ onForbidden }: GuardedProps) {
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('contest.flagged', { cursor });
    return result.ok ? ({ ok: true, data: { rows: result.data.attempts, nextCursor: result.data.nextCursor } } as const) : result;
  }, []);
  const pages = useGuardedPages(fetchPage, onForbidden);
  return (
    <>
      <View className={pageStyles.introduction}>
        <Notice tone='info'>系统只提醒，不取消成绩；怎样处理，由工作人员了解情况后决定。</Notice>
      </View>
      <PagedList pages={pages} empty={<Empty icon='shield' title='没有需要留意的答卷' text='离开页面次数多、用时过短的答卷会显示在这里。' />}>
        {(attempts) => (
          <View className={pageStyles.cards}>
            {attempts.map((attempt) => (
              <FlaggedCard key={attempt.attemptId} attempt={attempt} />
            ))}
          </View>
        )}
      </PagedList>
    </>
  );
}

function FlaggedCard({ attempt: { name, code, score, usedMs, submittedAt, flags } }: { attempt: FlaggedAttempt }) {
  return (
    <View className={styles.attempt}>
      <View>
        <View className={styles.name}>{name}</View>
        <View className={styles.detail}>{`参赛代码 ${code}`}</View>
      </View>
      <View>
        {flags.map(({ flag, reason }) => (
          <View key={flag} className={styles.flag}>
            <Icon name='warning' small />
            <View className={styles.reason}>{reason}</View>
          </View>
        ))}
      </View>
      <View className={styles.facts}>
        <View>{`${score} 分`}</View>
        <View>{`用时 ${usedTimeWords(usedMs)}`}</View>
        <View>{`${monthDayTime(submittedAt)} 交卷`}</View>
      </View>
    </View>
  );
}
