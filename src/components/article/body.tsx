import { View } from '@tarojs/components';
import type { Block, ListBlock, PictureBlock } from '../../contract/article';
import { reachable } from '../../platform/environment';
import { Pressable } from '../controls/pressable';
import { HeadingText } from '../heading';
import { Picture } from '../picture';
import styles from './body.module.scss';
import { Spans } from './spans';
import { BodyTable } from './table';

interface BodyProps {
  readonly blocks: readonly Block[];
  /** A link was pressed; see `linkKind`. */
  readonly onOpen: (link: string) => void;
  /** A picture was pressed: all of the body's, in their order, and which one. */
  readonly onLook: (urls: readonly string[], current: string) => void;
}

/** An article's body, drawn with the page's own type and colours, so that it grows and darkens with them. */
export function Body({ blocks, onOpen, onLook }: BodyProps) {
  const look = (current: string) => {
    onLook(blocks.flatMap((block) => (block.kind === 'picture' ? [block.full] : [])), current);
  };
  // A body never changes while it is shown, so positions are good keys.
  return (
    <View className={styles.body}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} onOpen={onOpen} onLook={look} />
      ))}
    </View>
  );
}

interface BlockProps extends Pick<BodyProps, 'onOpen'> {
  readonly block: Block;
  readonly onLook: (url: string) => void;
}

function BlockView({ block, onOpen, onLook }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return (
        <HeadingText level={block.level === 3 ? 4 : 3} className={block.level === 3 ? styles.subheading : styles.heading}>
          <Spans spans={block.spans} onOpen={onOpen} />
        </HeadingText>
      );
    case 'paragraph':
      return (
        <View className={styles.paragraph}>
          <Spans spans={block.spans} onOpen={onOpen} />
        </View>
      );
    case 'quote':
      return (
        <View className={styles.quote}>
          <Spans spans={block.spans} onOpen={onOpen} />
        </View>
      );
    case 'list':
      return <List list={block} onOpen={onOpen} />;
    case 'picture':
      return <PictureInText picture={block} onLook={onLook} />;
    case 'table':
      return <BodyTable header={block.header} rows={block.rows} onOpen={onOpen} />;
  }
}

function List({ list: { ordered, items, start = 1, inner }, onOpen }: { list: ListBlock } & Pick<BodyProps, 'onOpen'>) {
  return (
    <View className={`${styles.list} ${inner ? styles.inner : ''}`}>
      {items.map((item, index) => (
        <View key={index} className={styles.item}>
          <View className={styles.mark}>{ordered ? `${start + index}.` : '·'}</View>
          <View className={styles.words}>
            <Spans spans={item} onOpen={onOpen} />
          </View>
        </View>
      ))}
    </View>
  );
}

/** The box has the picture's proportions before it has come, so that nothing jumps. */
function PictureInText({ picture: { url, full, alt, width, height }, onLook }: { picture: PictureBlock } & Pick<BlockProps, 'onLook'>) {
  return (
    <Pressable
      label={`查看大图：${alt}`}
      className={styles.picture}
      onPress={() => {
        onLook(full);
      }}
    >
      <View style={{ paddingBottom: `${((height / width) * 100).toFixed(2)}%` }} />
      <Picture className={styles.image} src={reachable(url)} mode='aspectFit' alt='' lazyLoad />
    </Pressable>
  );
}
