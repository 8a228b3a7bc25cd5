import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { ChoiceRow } from '../../../components/controls/choice-row';
import { Loaded } from '../../../frame/loaded';
import { useRead } from '../../../hooks/use-read';
import { useSubscribe } from '../../../hooks/use-subscribe';
import { isH5 } from '../../../platform/environment';
import { dues, hasDue, states, type Filter } from './filter';
import styles from './filters.module.scss';

interface FiltersProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** What else can be done with the list. */
  readonly children: ReactNode;
}

/** State and due day always; the rest, which has to be read first, when it is wanted. */
export function Filters({ filter, onFilter, children }: FiltersProps) {
  const [more, setMore] = useState(false);
  const narrowed = filter.kindId !== undefined || filter.officeId !== undefined;
  return (
    <View className={styles.filters}>
      <ChoiceRow
        label='状态'
        all='在办'
        choices={states}
        chosen={filter.state}
        onChoose={(id) => {
          const state = states.find((known) => known.id === id)?.id;
          onFilter({ ...filter, state, ...(hasDue({ state }) ? {} : { due: undefined }) });
        }}
      />
      <View>
        {hasDue(filter) ? (
          <ChoiceRow
            label='期限'
            all='全部期限'
            choices={dues}
            chosen={filter.due}
            onChoose={(id) => {
              onFilter({ ...filter, due: dues.find((known) => known.id === id)?.id });
            }}
          />
        ) : null}
      </View>
      <Buttons>
        {children}
        <Button look='quiet' text={more ? '收起筛选' : `更多筛选${narrowed ? '（已选）' : ''}`} onPress={() => setMore(!more)} />
      </Buttons>
      <View>{more ? <MoreFilters filter={filter} onFilter={onFilter} /> : null}</View>
    </View>
  );
}

function MoreFilters({ filter, onFilter }: Omit<FiltersProps, 'children'>) {
  const read = useRead('request.dashboard', {});
  const { askFor } = useSubscribe();
  return (
    <>
      <Loaded read={read} rows={1}>
        {({ byKind, byOffice }) => (
          <>
            <ChoiceRow label='事项' all='全部事项' choices={byKind.map(({ kindId, title }) => ({ id: kindId, name: title }))} chosen={filter.kindId} onChoose={(kindId) => onFilter({ ...filter, kindId })} />
            {byOffice.length < 2 ? null : (
              <ChoiceRow label='单位' all='全部单位' choices={byOffice.map(({ officeId, name }) => ({ id: officeId, name }))} chosen={filter.officeId} onChoose={(officeId) => onFilter({ ...filter, officeId })} />
            )}
          </>
        )}
      </Loaded>
      {isH5 ? null : (
        <Buttons>
          <Button look='quiet' icon='clock' text='到期提醒我' onPress={() => askFor(['to-do'])} />
        </Buttons>
      )}
    </>
  );
}
