import { View } from '@tarojs/components';
import { memo, useState, type ComponentProps } from 'react';
import { Body } from '../../../components/article/body';
import { ArticleHead, type ArticleHeadView } from '../../../components/article/head';
import { ChoiceRow } from '../../../components/controls/choice-row';
import { Failure, Skeleton } from '../../../components/empty';
import { Facts } from '../../../components/facts';
import type { ArticleView } from '../../../contract/article';
import { followLink } from '../../../platform/follow-link';
import { lookAtPictures } from '../../../platform/device/look-at-pictures';
import type { Check } from '../check/use-check';
import styles from './preview.module.scss';

const looks = [
  { id: 'elder', name: '关怀版' },
  { id: 'dark', name: '深色' },
] as const;

type Look = (typeof looks)[number]['id'];

interface PreviewProps {
  readonly head: ArticleHeadView;
  /** What its kind says besides; each page of the public draws that in its own way. */
  readonly details: ComponentProps<typeof Facts>['facts'];
  readonly check: Check;
}

/** The article as a phone of 375 points will show it. */
export function Preview({ head, details, check: { last, error, retry } }: PreviewProps) {
  const [look, setLook] = useState<Look>();
  return (
    <View>
      <ChoiceRow label='预览的样子' all='标准版' choices={looks} chosen={look} onChoose={(id) => { setLook(looks.find((known) => known.id === id)?.id); }} />
      <View className={`page ${look ?? ''} ${styles.phone}`} aria-label='手机预览'>
        {last !== null ? <Shown head={head} details={details} blocks={last.blocks} /> : error !== null ? <Failure error={error} onRetry={retry} /> : <Skeleton rows={5} />}
      </View>
    </View>
  );
}

/** Drawn again when it looks otherwise, and not with every key. */
const Shown = memo(
  function Shown({ head, details, blocks }: Omit<PreviewProps, 'check'> & Pick<ArticleView, 'blocks'>) {
    return (
      <>
        <ArticleHead article={head} />
        {details.length === 0 ? null : <Facts facts={details} />}
        <Body blocks={blocks} onOpen={followLink} onLook={lookAtPictures} />
      </>
    );
  },
  (before, after) => before.blocks === after.blocks && JSON.stringify([before.head, before.details]) === JSON.stringify([after.head, after.details]),
);
