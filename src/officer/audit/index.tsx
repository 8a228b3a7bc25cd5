import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Button } from '../../components/controls/button';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { PagedList } from '../../frame/paged-list';
import { ForAdministrators } from '../shared/for-administrators';
import { Workspace } from '../../frame/workspace/workspace';
import { groups } from './action-words';
import { Entry } from './entry';
import { useAudit, type Audit } from './use-audit';
import styles from './index.module.scss';

const TITLE = '操作记录';

export default function AuditPage() {
  const [forbidden, setForbidden] = useState(false);
  const forbid = useCallback(() => {
    setForbidden(true);
  }, []);
  const audit = useAudit(forbid);
  if (forbidden) return <ForAdministrators title={TITLE} />;
  const { pages, filter, setFilter } = audit;
  return (
    <Workspace title={TITLE} current='/officer/audit/index'>
      <ChoiceRow
        label='操作的类别'
        all='全部'
        choices={groups}
        chosen={filter.group}
        onChoose={(group) => {
          setFilter({ ...filter, group });
        }}
      />
      <Narrowed audit={audit} />
      <PagedList pages={pages} empty={<Empty icon='document' title='没有操作记录' text='每一次改动都会自动记下来，谁都不能修改或删除。' />}>
        {(entries) => (
          <View className={styles.entries}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} filter={filter} onFilter={setFilter} />
            ))}
          </View>
        )}
      </PagedList>
    </Workspace>
  );
}

/** What else narrows the list, and the way back. */
function Narrowed({ audit: { filter, setFilter } }: { audit: Audit }) {
  const { group, person, about } = filter;
  if (person === undefined && about === undefined) return null;
  const parts = [...(person === undefined ? [] : [`只看${person.name}的操作`]), ...(about === undefined ? [] : [`只看编号 ${about} 的操作`])];
  return (
    <View className={styles.narrowed}>
      <View className={styles.narrowedText}>{parts.join('，')}</View>
      <Button
        look='quiet'
        text='看全部'
        onPress={() => {
          setFilter({ group });
        }}
      />
    </View>
  );
}
