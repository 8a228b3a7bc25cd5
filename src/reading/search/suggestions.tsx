import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Pressable } from '../../components/controls/pressable';
import { Heading } from '../../components/heading';
import { Loaded } from '../../frame/loaded';
import { useRead } from '../../hooks/use-read';
import { forgetWords, recentWords } from '../../platform/reading/recent-words';
import styles from './index.module.scss';

/** Before anything is looked for: what was, on this device, and what others might look for. */
export function Suggestions({ onChoose }: { onChoose: (words: string) => void }) {
  const suggested = useRead('search.suggest', {});
  const [recent, setRecent] = useState(recentWords);
  return (
    <>
      {recent.length === 0 ? null : (
        <>
          <Heading text='最近搜索' />
          <Words words={recent} onChoose={onChoose} />
          <Button
            look='quiet'
            text='清除最近搜索'
            onPress={() => {
              forgetWords();
              setRecent([]);
            }}
          />
        </>
      )}
      <Loaded read={suggested} rows={2}>
        {({ words }) => (
          <>
            <Heading text='可以这样找' />
            <Words words={words} onChoose={onChoose} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Words({ words, onChoose }: { words: readonly string[]; onChoose: (words: string) => void }) {
  return (
    <View className={styles.words}>
      {words.map((word) => (
        <Pressable
          key={word}
          className={styles.word}
          onPress={() => {
            onChoose(word);
          }}
        >
          {word}
        </Pressable>
      ))}
    </View>
  );
}
