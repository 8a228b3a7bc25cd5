import { View } from '@tarojs/components';
import { Empty } from '../../components/empty';
import { byLine } from '../../components/essay/essay-text';
import { CardRow } from '../../components/rows/card-row';
import type { EssayCall, EssayRow } from '../../contract/essay';
import { monthDay } from '../../domain/china-time';
import { BlockList } from '../../frame/block-list';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';
import type { GalleryState } from './use-gallery';

export function Gallery({ gallery: { pages, call } }: { gallery: GalleryState }) {
  return (
    <>
      {call === null ? null : <Call call={call} />}
      <BlockList pages={pages} empty={<Empty icon='book' title='还没有作品展示' text='评审通过的作品会放在这里，供大家阅读和赞赏。' />}>
        {drawEssay}
      </BlockList>
    </>
  );
}

function Call({ call: { introduction, opensOn, closesOn, open: isOpen, shortest, longest, mostPerPerson } }: { call: EssayCall }) {
  return (
    <View className={styles.call}>
      <View>{introduction}</View>
      <View className={styles.limits}>
        {`投稿时间：${monthDay(opensOn)}至${monthDay(closesOn)}${isOpen ? '' : '（现在不接收新稿）'}。每篇 ${shortest} 到 ${longest} 字，每人最多 ${mostPerPerson} 篇。具体要求以主办单位公布的为准。`}
      </View>
    </View>
  );
}

const drawEssay = (essay: EssayRow) => <Row key={essay.id} essay={essay} />;

function Row({ essay }: { essay: EssayRow }) {
  const facts = [byLine(essay), monthDay(essay.acceptedOn), ...(essay.appreciationCount === 0 ? [] : [`${essay.appreciationCount} 人赞赏`])];
  return <CardRow title={essay.title} details={[shortened(essay.excerpt), facts.join(' · ')]} onPress={() => open('/activities/essay/index', { id: essay.id })} />;
}

/** About two lines of a phone. */
const EXCERPT = 46;
const shortened = (excerpt: string): string => (excerpt.length <= EXCERPT ? excerpt : `${excerpt.slice(0, EXCERPT)}……`);
