import { View } from '@tarojs/components';
import { memo } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { Tag } from '../../components/tag';
import { articleKindNames } from '../../contract/article';
import type { ManuscriptRow as Manuscript } from '../../contract/newsroom/manuscript';
import { monthDayTime } from '../../domain/china-time';
import { stateLabels } from '../../domain/manuscript/state';
import { open } from '../../platform/navigation';
import { handWords } from '../shared/hand-words';
import { stateHues } from '../shared/state-hues';
import styles from './manuscript-row.module.scss';

export const ManuscriptRow = memo(function ManuscriptRow({ manuscript }: { manuscript: Manuscript }) {
  const { id, kind, title, officeName, state, isPublic, edited, publishAt, pinnedUntil, waitsForMe } = manuscript;
  return (
    <Pressable
      role='link'
      className={`${styles.row} ${waitsForMe ? styles.waiting : ''}`}
      onPress={() => {
        open('/newsroom/manuscript/index', { id });
      }}
    >
      <View className={styles.title}>{title === '' ? '（还没有标题）' : title}</View>
      <View className={styles.marks}>
        <Tag text={stateLabels[state]} hue={stateHues[state]} />
        {waitsForMe ? <Tag text='等您审核' hue='gold' /> : null}
        {isPublic && state !== 'published' ? <Tag text='公众可见旧版' hue='ok' /> : null}
        {pinnedUntil === null ? null : <Tag text={`置顶到 ${monthDayTime(pinnedUntil)}`} hue='brand' />}
      </View>
      {publishAt === null ? null : <View className={styles.due}>{`${monthDayTime(publishAt)} 自动发布`}</View>}
      <View className={styles.detail}>{[articleKindNames[kind], officeName, edited === null ? '活动资料，还没有编辑过' : `${handWords(edited)} 编辑`].join(' · ')}</View>
    </Pressable>
  );
});
