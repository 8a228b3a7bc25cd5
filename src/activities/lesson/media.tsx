import { Video, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import type { ArticleDetails } from '../../contract/article';
import { reachable } from '../../platform/environment';
import { AudioPlayer } from './audio-player';
import styles from './media.module.scss';

type LessonMedia = NonNullable<ArticleDetails['media']>;

const words = { video: '播放视频', audio: '收听音频' } as const;

/** The lesson to watch or listen to. Nothing of it is fetched before it is asked for, and the text is always there. */
export function Media({ media }: { media: LessonMedia }) {
  const [asked, setAsked] = useState(false);
  return (
    <View className={styles.media}>
      {asked ? <Player kind={media.kind} src={reachable(media.url)} /> : <Ask text={words[media.kind]} onPress={() => setAsked(true)} />}
      <View className={styles.note}>不方便{media.kind === 'video' ? '看视频' : '听音频'}，可以直接读下面的文字。</View>
    </View>
  );
}

const Ask = ({ text, onPress }: { text: string; onPress: () => void }) => (
  <View className={styles.ask}>
    <Button look='plain' text={text} onPress={onPress} />
  </View>
);

interface PlayerProps {
  readonly kind: LessonMedia['kind'];
  readonly src: string;
}

// Compared here, and not by `isH5`, the bundler sees that H5 never needs Taro's player, which brings 670 KB.
const Player = (props: PlayerProps) => (process.env.TARO_ENV === 'h5' ? <BrowserPlayer {...props} /> : <WechatPlayer {...props} />);

const BrowserPlayer = ({ kind, src }: PlayerProps) =>
  kind === 'video' ? <video className={styles.video} src={src} controls autoPlay /> : <audio className={styles.audio} src={src} controls autoPlay />;

const WechatPlayer = ({ kind, src }: PlayerProps) =>
  kind === 'video' ? <Video className={styles.video} src={src} controls autoplay /> : <AudioPlayer src={src} />;
