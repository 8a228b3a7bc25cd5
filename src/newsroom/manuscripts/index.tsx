import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { Notice } from '../../components/notice';
import { articleKindNames, articleKinds } from '../../contract/article';
import { manuscriptFilters, type ManuscriptRow as Manuscript } from '../../contract/newsroom/manuscript';
import { stateLabels } from '../../domain/manuscript/state';
import { BlockList } from '../../frame/block-list';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import styles from './index.module.scss';
import { ManuscriptRow } from './manuscript-row';
import { StartForm } from './start-form';
import { useManuscripts, type Filter } from './use-manuscripts';

const TITLE = '稿件';

const filterNames = { ...stateLabels, waiting: '等我审核', folder: '活动资料' } as const;
const states = (['waiting', ...manuscriptFilters.filter((id) => id !== 'waiting')] as const).map((id) => ({ id, name: filterNames[id] }));
const kinds = articleKinds.map((id) => ({ id, name: articleKindNames[id] }));

const known = <Id extends string>(ids: readonly Id[], id: string | undefined): Id | undefined => ids.find((one) => one === id);

export default function ManuscriptsPage() {
  const { pages, filter, setFilter, around } = useManuscripts();
  const [starting, setStarting] = useState(false);
  const offices = around?.offices ?? [];
  const mine = offices.filter((office) => office.mine);
  const drawRow = useCallback((manuscript: Manuscript) => <ManuscriptRow key={manuscript.id} manuscript={manuscript} />, []);

  if (pages.state.status === 'error' && pages.state.error.code === 'forbidden') return <NotForYou title={TITLE} who='编辑' />;
  return (
    <Workspace title={TITLE} current='/newsroom/manuscripts/index'>
      <View className={styles.top}>
        {starting ? <StartForm offices={mine} onCancel={() => { setStarting(false); }} /> : null}
        {!starting && mine.length > 0 ? (
          <Buttons>
            <Button text='写新稿' onPress={() => { setStarting(true); }} />
          </Buttons>
        ) : null}
        <Waiting count={around?.waitingForMe ?? 0} filter={filter} onFilter={setFilter} />
        <ChoiceRow label='状态' all='全部' choices={states} chosen={filter.state} onChoose={(id) => { setFilter({ ...filter, state: known(manuscriptFilters, id) }); }} />
        <ChoiceRow label='栏目' all='全部栏目' choices={kinds} chosen={filter.kind} onChoose={(id) => { setFilter({ ...filter, kind: known(articleKinds, id) }); }} />
        {offices.length > 1 ? <ChoiceRow label='单位' all='全部单位' choices={offices} chosen={filter.officeId} onChoose={(officeId) => { setFilter({ ...filter, officeId }); }} /> : null}
      </View>
      <View>
        <BlockList className={styles.rows} pages={pages} empty={<NoManuscripts filter={filter} />}>
          {drawRow}
        </BlockList>
      </View>
    </Workspace>
  );
}

/** What waits for the caller comes before everything else. */
function Waiting({ count, filter, onFilter }: { count: number; filter: Filter; onFilter: (filter: Filter) => void }) {
  if (count === 0 || filter.state === 'waiting') return null;
  return (
    <Notice tone='promise'>
      <View className={styles.waiting}>
        <View>{`有 ${count} 篇稿件等您审核。`}</View>
        <Button look='plain' text='去审核' onPress={() => { onFilter({ state: 'waiting' }); }} />
      </View>
    </Notice>
  );
}

function NoManuscripts({ filter }: { filter: Filter }) {
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return <Empty icon='document' title='没有稿件' text={isNarrowed ? '没有符合条件的稿件，可以换一个条件看看。' : '写好的稿件会显示在这里，由另一位编辑审核后发布。'} />;
}
