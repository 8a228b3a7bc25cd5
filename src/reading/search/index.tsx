import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { TextField } from '../../components/form/text-field';
import { LONGEST_SEARCH } from '../../contract/search';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { address, settleAddress } from '../../platform/navigation';
import { rememberWords } from '../../platform/reading/recent-words';
import { Results } from './results';
import { Suggestions } from './suggestions';
import styles from './index.module.scss';

/** One search over everything that is published, and the activities. */
export default function SearchPage() {
  const { words: given = '' } = useParameters();
  const [words, setWords] = useState(given.trim());
  useShareAppMessage(() => ({ title: words === '' ? '搜索' : `搜索“${words}”`, path: address('/reading/search/index', { words }) }));

  const search = (wanted: string): void => {
    const tidy = wanted.trim();
    if (tidy !== '') rememberWords(tidy);
    setWords(tidy);
    settleAddress('/reading/search/index', { words: tidy });
  };

  return (
    <Page title='搜索'>
      {/* A word that was chosen below is then what the field says. */}
      <Field key={`field ${words}`} words={words} onSearch={search} />
      {words === '' ? <Suggestions onChoose={search} /> : <Results key={`results ${words}`} words={words} />}
    </Page>
  );
}

function Field({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  const search = () => {
    onSearch(typed);
  };
  return (
    <View className={styles.search}>
      <View className={styles.field}>
        <TextField id='words' label='要找的词' initial={words} maxLength={LONGEST_SEARCH} onInput={setTyped} onEnter={search} />
      </View>
      <View className={styles.go}>
        <Button text='搜索' onPress={search} />
      </View>
    </View>
  );
}
