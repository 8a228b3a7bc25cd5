import { Text } from '@tarojs/components';
import type { Span } from '../../contract/article';
import { isSinglePage } from '../../platform/single-page';
import { Pressable } from '../controls/pressable';
import styles from './body.module.scss';

interface SpansProps {
  readonly spans: readonly Span[];
  readonly onOpen: (link: string) => void;
}

/** Text that may be strong in places and may lead elsewhere. Plain text is no node of its own. */
export function Spans({ spans, onOpen }: SpansProps) {
  return (
    <>
      {spans.map((span, index) => {
        const { text, strong, link } = span;
        const words = strong ? (
          <Text key={index} className={styles.strong}>
            {text}
          </Text>
        ) : (
          text
        );
        if (link === undefined || isSinglePage()) return words;
        return (
          <Pressable
            key={index}
            role='link'
            className={styles.link}
            onPress={() => {
              onOpen(link);
            }}
          >
            {words}
          </Pressable>
        );
      })}
    </>
  );
}
