import { View } from '@tarojs/components';
import { Body } from '../../components/article/body';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { Block } from '../../contract/article';
import type { ArticleReading } from '../../hooks/use-article';
import { usePreference } from '../../hooks/use-preference';
import { followLink } from '../../platform/follow-link';
import { lookAtPictures } from '../../platform/device/look-at-pictures';
import { notify } from '../../platform/notify';
import { textSize } from '../../platform/preferences';
import { isSinglePage } from '../../platform/single-page';
import { saveWords } from './save-words';
import styles from './reading.module.scss';
import { TextSizeChoice } from './text-size';

/** What one can do with the text below: make it larger, and save it on this device. */
export function ReadingTools({ reading }: { reading: ArticleReading }) {
  return (
    <View className={styles.tools}>
      <TextSizeChoice />
      {/* What is kept in Moments is nowhere in the app. */}
      {isSinglePage() ? null : <Save reading={reading} />}
    </View>
  );
}

function Save({ reading: { standing, save, remove } }: { reading: ArticleReading }) {
  const isSaved = standing !== 'unsaved';
  const press = () => {
    if (isSaved) remove();
    notify(isSaved ? '已取消收藏' : saveWords[save()]);
  };
  return (
    <Pressable className={styles.save} onPress={press}>
      <Icon name={isSaved ? 'check' : 'offline'} small />
      {isSaved ? '已收藏，点击取消' : '收藏（离线可看）'}
    </Pressable>
  );
}

/** An article's body in the size that the person has chosen. */
export function ReadingBody({ blocks }: { blocks: readonly Block[] }) {
  return (
    <View className={`text-${usePreference(textSize)}`}>
      <Body blocks={blocks} onOpen={followLink} onLook={lookAtPictures} />
    </View>
  );
}
