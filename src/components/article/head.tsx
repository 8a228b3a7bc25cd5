import { View } from '@tarojs/components';
import type { ArticleView } from '../../contract/article';
import { monthDayWeekday } from '../../domain/china-time';
import { reachable } from '../../platform/environment';
import { HeadingText } from '../heading';
import { Picture } from '../picture';
import { lineHues, Tag } from '../tag';
import styles from './head.module.scss';

export type ArticleHeadView = Pick<ArticleView, 'cover' | 'title' | 'lineId' | 'lineName' | 'officeFullName' | 'happenedOn' | 'month' | 'place' | 'organiser' | 'campaignName'>;

/** What stands above an article's body: its picture, its title, who, when and where. */
export function ArticleHead({ article }: { article: ArticleHeadView }) {
  return (
    <>
      <Cover article={article} />
      <HeadingText level={2} className={styles.title}>
        {article.title}
      </HeadingText>
      <View className={styles.meta}>
        <Tag text={article.lineName} hue={lineHues[article.lineId]} />
        <View>{article.officeFullName}</View>
        <View>{when(article)}</View>
        {article.place === null ? null : <View>{article.place}</View>}
      </View>
    </>
  );
}

const when = ({ happenedOn, month }: ArticleHeadView): string =>
  happenedOn === null
    ? `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
    : `${happenedOn.slice(0, 4)} 年 ${monthDayWeekday(happenedOn)}`;

/** The office's picture where it gave one, otherwise a band drawn from the article itself. */
function Cover({ article: { cover, lineId, organiser, campaignName } }: { article: ArticleHeadView }) {
  if (cover !== null) {
    return <Picture className={styles.picture} src={reachable(cover.url)} mode='aspectFill' alt={cover.alt} />;
  }
  return (
    <View className={`${styles.band} line-${lineId}`}>
      <View className={styles.dial} />
      <View className={styles.organiser}>{organiser}</View>
      <View className={styles.campaign}>{campaignName}</View>
    </View>
  );
}
