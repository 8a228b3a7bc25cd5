import { View } from '@tarojs/components';
import { Notice } from '../../../components/notice';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';
import { monthDayTime } from '../../../domain/china-time';
import { handWords, nameOf } from '../../shared/hand-words';
import styles from './flow.module.scss';

/** Where the manuscript stands, and what the public reads meanwhile. */
export function Standing({ view }: { view: ManuscriptView }) {
  const { state, submitted, reviewed, publishAt, pinUntil, withdrawn, ownWork } = view;
  return (
    <View className={styles.standing}>
      {state === 'draft' && reviewed?.decision === 'return' ? <Notice tone='promise'>{`${nameOf(reviewed)}退回修改：${reviewed.note}`}</Notice> : null}
      {state === 'in-review' && submitted !== null ? <Notice tone='info'>{`${handWords(submitted)} 提交，等另一位编辑审核。${ownWork ? '这篇稿件由您编写或提交，您不能审核。' : ''}`}</Notice> : null}
      {state === 'approved' && reviewed !== null ? <Notice tone='good'>{`${handWords(reviewed)} 审核通过，可以发布。${reviewed.note === '' ? '' : `意见：${reviewed.note}`}`}</Notice> : null}
      {state === 'scheduled' && publishAt !== null ? <Notice tone='promise'>{`${monthDayTime(publishAt)} 自动发布${pinUntil === null ? '' : `，置顶到 ${monthDayTime(pinUntil)}`}，到时间前可以取消。`}</Notice> : null}
      {state === 'withdrawn' && withdrawn !== null ? <Notice tone='wrong'>{`${monthDayTime(withdrawn.at)} 撤下。公众看到的说明：${withdrawn.note}`}</Notice> : null}
      <View className={styles.public}>{publicWords(view)}</View>
    </View>
  );
}

function publicWords({ public: read }: ManuscriptView): string {
  if (read === null) return '公众现在看不到这篇稿件。';
  const since = read.publishedAt === null ? '随活动资料公开' : `${monthDayTime(read.publishedAt)} 发布`;
  const pinned = read.pinnedUntil === null ? '' : `，置顶到 ${monthDayTime(read.pinnedUntil)}`;
  return `${since}${pinned}。${read.current ? '公众看到的就是这一版。' : '公众看到的还是以前的版本，这一版发布后替换。'}`;
}
