import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import type { AuditEntryView } from '../../contract/role';
import { inChina } from '../../domain/china-time';
import { actionWords } from './action-words';
import type { AuditFilter } from './use-audit';
import styles from './index.module.scss';

interface EntryProps {
  readonly entry: AuditEntryView;
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** A UUID's first characters; an id of the campaign's folder, which is words, whole. */
const shortId = (id: string): string => id.replace(/^([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f-]{22}$/, '$1…');

function whoWords({ personId, personName, action }: AuditEntryView): string {
  // The command line touches roles only.
  if (personId === null) return action.startsWith('request.') ? '匿名提交的人' : '服务器命令';
  return personName ?? '已删除个人信息的人';
}

/** One change: when, who, as what, what; and the ways to all of this person's or this record's. */
export function Entry({ entry, filter, onFilter }: EntryProps) {
  const { at, personId, roles, action, about } = entry;
  const who = whoWords(entry);
  return (
    <View className={styles.entry}>
      <View className={styles.what}>{actionWords(action)}</View>
      <View className={styles.who}>{roles.length === 0 ? who : `${who}（${roles.join('、')}）`}</View>
      <View className={styles.at}>{inChina(at).format('YYYY-MM-DD HH:mm:ss')}</View>
      <View className={styles.ways}>
        {personId === null || filter.person !== undefined ? null : (
          <Pressable
            className={styles.way}
            label={`此人的操作：${who}`}
            onPress={() => {
              onFilter({ ...filter, person: { id: personId, name: who } });
            }}
          >
            此人的操作
          </Pressable>
        )}
        {about === null || filter.about !== undefined ? null : (
          <Pressable
            className={styles.way}
            label={`只看编号 ${about} 的操作`}
            onPress={() => {
              onFilter({ ...filter, about });
            }}
          >
            {`编号 ${shortId(about)}`}
          </Pressable>
        )}
      </View>
    </View>
  );
}
