import { Text, View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import type { Block, Span } from '../../contract/article';
import styles from './body.module.scss';

/** An article's body, drawn with the page's own type and colours, so that it grows and darkens with them. */
export function Body({ blocks }: { blocks: readonly Block[] }) {
  // A body never changes while it is shown, so positions are good keys.
  return (
    <View className={styles.body}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </View>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <HeadingText level={3} className={styles.heading}>
          <Spans spans={block.spans} />
        </HeadingText>
      );
    case 'paragraph':
      return (
        <View className={styles.paragraph}>
          <Spans spans={block.spans} />
        </View>
      );
    case 'quote':
      return (
        <View className={styles.quote}>
          <Spans spans={block.spans} />
        </View>
      );
    case 'list':
      return (
        <View className={styles.list}>
          {block.items.map((item, index) => (
            <View key={index} className={styles.item}>
              <View className={styles.mark}>{block.ordered ? `${index + 1}.` : '·'}</View>
              <View className={styles.words}>
                <Spans spans={item} />
              </View>
            </View>
          ))}
        </View>
      );
  }
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, index) =>
        span.strong ? (
          <Text key={index} className={styles.strong}>
            {span.text}
          </Text>
        ) : (
          span.text
        ),
      )}
    </>
  );
}
