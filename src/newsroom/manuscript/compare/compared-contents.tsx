import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { HeadingText } from '../../../components/heading';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptChoices } from '../../../contract/newsroom/manuscript';
import { Compared } from './compared';
import styles from './compared.module.scss';
import { changedFields } from './contents';

interface ComparedContentsProps {
  readonly before: ManuscriptContent;
  readonly after: ManuscriptContent;
  readonly choices: ManuscriptChoices;
}

/** In what two contents differ, field by field. */
export function ComparedContents({ before, after, choices }: ComparedContentsProps) {
  const changes = useMemo(() => changedFields(before, after, choices), [before, after, choices]);
  if (changes.length === 0) return <View className={styles.none}>两个版本的内容相同。</View>;
  return (
    <View className={styles.fields}>
      {changes.map((change) => (
        <View key={change.label}>
          <HeadingText level={3} className={styles.label}>
            {change.label}
          </HeadingText>
          <Compared before={change.before} after={change.after} />
        </View>
      ))}
    </View>
  );
}
