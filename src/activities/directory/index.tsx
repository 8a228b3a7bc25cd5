import { View } from '@tarojs/components';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { HeadingText } from '../../components/heading';
import type { DirectoryPage as Contents, ListingRow } from '../../contract/activity/directory';
import { BlockList } from '../../frame/block-list';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useShare } from '../../hooks/use-share';
import { address } from '../../platform/navigation';
import { sectionChoices } from '../shared/section-choices';
import { DistrictMap } from './district-map';
import { ListingCard } from './listing-card';
import { useDirectory } from './use-directory';
import styles from './index.module.scss';

const drawListing = (listing: ListingRow) => <ListingCard key={listing.id} listing={listing} />;

/** A directory as a list, by district and part. */
export default function DirectoryPage() {
  const { activity = '' } = useParameters();
  const { pages, directory, filter, setFilter } = useDirectory(activity);
  useShare(directory?.title ?? '名录', address('/activities/directory/index', { activity }));

  return (
    <Page title='名录'>
      {directory === null ? null : (
        <>
          <HeadingText level={2} className={styles.title}>
            {directory.title}
          </HeadingText>
          <View className={styles.map}>
            <DistrictMap areas={directory.areas} totalCount={directory.totalCount} chosen={filter.areaId} onChoose={(areaId) => setFilter({ ...filter, areaId })} />
            {directory.mapNote === null ? null : <View className={styles.note}>{directory.mapNote}</View>}
          </View>
          {directory.sections.length < 2 ? null : (
            <ChoiceRow label='分类' all='全部分类' choices={sectionChoices(directory.sections)} chosen={filter.section} onChoose={(section) => setFilter({ ...filter, section })} />
          )}
        </>
      )}
      <BlockList pages={pages} empty={<Nothing directory={directory} onShowAll={() => setFilter({})} />}>
        {drawListing}
      </BlockList>
    </Page>
  );
}

/** Nothing at all yet is another thing than nothing in this district. */
function Nothing({ directory, onShowAll }: { directory: Contents['directory']; onShowAll: () => void }) {
  if (directory === null || directory.totalCount === 0) return <Empty icon='document' title='名录还在整理' text={directory?.coming ?? '经核实后在这里公布。'} />;
  return <Empty icon='search' title='这里还没有收录' text='可以看看其他区域和分类。' action={{ text: '看全部名录', onPress: onShowAll }} />;
}
