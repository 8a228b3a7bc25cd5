import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '../../components/controls/button';
import { notify } from '../../platform/notify';

/** WeChat has no control to listen with, only a player without a face. It stops when the page is left. */
export function AudioPlayer({ src }: { src: string }) {
  const [player] = useState(() => Taro.createInnerAudioContext());
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    player.onPlay(() => setPlaying(true));
    player.onPause(() => setPlaying(false));
    player.onEnded(() => setPlaying(false));
    player.onError(() => {
      setPlaying(false);
      notify('音频没有打开，请稍后再试');
    });
    player.src = src;
    player.play();
    return () => {
      player.destroy();
    };
  }, [player, src]);
  return (
    <Button
      look='plain'
      text={playing ? '暂停' : '继续收听'}
      onPress={() => {
        if (playing) player.pause();
        else player.play();
      }}
    />
  );
}
