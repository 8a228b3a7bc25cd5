import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { TextField } from '../../components/form/text-field';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useShare } from '../../hooks/use-share';
import { address, open } from '../../platform/navigation';
import { sectionChoices } from '../shared/section-choices';
import { useArticles } from '../shared/use-articles';
import { Hall } from './hall';
import styles from './index.module.scss';

const NAME = '线上展厅';

/** An exhibition: its halls as choices, one exhibit on show, the others around it. */
export default function ExhibitionPage() {
  const { activity = '' } = useParameters();
  const [hall, setHall] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const { pages, sections } = useArticles({ kind: 'exhibit', activityId: activity, section: hall, contains: wanted });
  useShare(NAME, address('/activities/exhibition/index', { activity }));
  const chosen = hall !== undefined || wanted !== undefined;

  return (
    <Page title={NAME}>
      {sections === null ? null : (
        <>
          <Search onSearch={setWanted} />
          {sections.length < 2 ? null : <ChoiceRow label='展厅' all='全部展厅' choices={sectionChoices(sections)} chosen={hall} onChoose={setHall} />}
        </>
      )}
      <Hall key={`${hall ?? ''} ${wanted ?? ''}`} pages={pages} empty={chosen ? <NothingFound /> : <NothingYet activityId={activity} />} />
    </Page>
  );
}

function Search({ onSearch }: { onSearch: (words: string | undefined) => void }) {
  const [words, setWords] = useState('');
  const search = () => {
    onSearch(words.trim() === '' ? undefined : words.trim());
  };
  return (
    <View className={styles.search}>
      <View className={styles.words}>
        <TextField id='words' label='找展品' initial='' maxLength={20} onInput={setWords} onEnter={search} />
      </View>
      <View className={styles.go}>
        <Button look='plain' text='查找' onPress={search} />
      </View>
    </View>
  );
}

const NothingFound = () => <Empty icon='search' title='没有找到这样的展品' text='换一个词，或换一个展厅试试。' />;

function NothingYet({ activityId }: { activityId: string }) {
  return (
    <Empty
      icon='document'
      title='展品还在整理'
      text='展品的图片和说明经核实后放在这里，现在可以先看看活动的介绍和动态。'
      action={{ text: '看活动介绍', onPress: () => open('/activities/activity/index', { id: activityId }) }}
    />
  );
}
