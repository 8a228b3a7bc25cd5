import { View } from '@tarojs/components';
import type { ArticleRow as Article } from '../contract/article';
import { Pressable } from './controls/pressable';
import { lineHues, Tag } from './tag';
import styles from './article-row.module.scss';

const monthOf = (date: string): string => `${Number(date.slice(5, 7))} 月`;

/** When it happened; an office that gave no day gets its month alone, never a made-up day. */
function DateBlock({ happenedOn, month }: Pick<Article, 'happenedOn' | 'month'>) {
  return (
    <View className={styles.date}>
      {happenedOn === null ? (
        <View className={styles.alone}>{monthOf(month)}</View>
      ) : (
        <>
          <View className={styles.day}>{Number(happenedOn.slice(8))}</View>
          <View className={styles.month}>{monthOf(month)}</View>
        </>
      )}
    </View>
  );
}

interface ArticleRowProps {
  readonly article: Article;
  /** It stands above newer ones. */
  readonly pinned?: boolean;
  readonly onOpen: (id: string) => void;
}

export function ArticleRow({ article, pinned = false, onOpen }: ArticleRowProps) {
  return (
    <Pressable
      role='link'
      className={styles.row}
      onPress={() => {
        onOpen(article.id);
      }}
    >
      <DateBlock happenedOn={article.happenedOn} month={article.month} />
      <View className={styles.words}>
        <View className={styles.title}>{article.title}</View>
        <View className={styles.meta}>
          {pinned ? <Tag text='置顶' hue='grey' /> : null}
          <Tag text={article.lineName} hue={lineHues[article.lineId]} />
          <View className={styles.office}>{article.officeName}</View>
        </View>
      </View>
    </Pressable>
  );
}
