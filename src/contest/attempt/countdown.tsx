import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { Deadline } from '../../platform/contest/deadline';
import { isH5 } from '../../platform/environment';
import styles from './countdown.module.scss';

const SOON_SECONDS = 300;

/** A screen reader is told at these moments only; the shortest first. */
const moments = [
  { seconds: 30, words: '还有 30 秒' },
  { seconds: 60, words: '还有 1 分钟' },
  { seconds: SOON_SECONDS, words: '还有 5 分钟' },
] as const;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const clockWords = (seconds: number): string => `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;

const secondsLeft = (deadline: Deadline): number => Math.ceil(deadline.left() / 1000);

interface CountdownProps {
  readonly deadline: Deadline;
  /** Each time it comes to zero. */
  readonly onEnd: () => void;
}

/** The time that is left. Alone in its component: a tick draws its own text and nothing else. */
export function Countdown({ deadline, onEnd }: CountdownProps) {
  const [seconds, setSeconds] = useState(() => secondsLeft(deadline));
  const isUp = useRef(false);
  useEffect(() => {
    const tick = () => {
      const left = secondsLeft(deadline);
      setSeconds(left);
      if (left === 0 && !isUp.current) onEnd();
      isUp.current = left === 0;
    };
    tick();
    const timer = setInterval(tick, 1000);
    const stopListening = deadline.onCorrection(tick);
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [deadline, onEnd]);

  return (
    <View className={`${styles.countdown} ${seconds <= SOON_SECONDS ? styles.soon : ''}`}>
      <View className={styles.label}>剩余</View>
      <View className={styles.time} {...(isH5 ? { role: 'timer' } : {})}>
        {clockWords(seconds)}
      </View>
      {isH5 ? (
        <View className={styles.told} role='status'>
          {moments.find((moment) => seconds <= moment.seconds)?.words ?? ''}
        </View>
      ) : null}
    </View>
  );
}
