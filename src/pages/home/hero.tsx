import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import type { CampaignView, HomeView } from '../../contract/campaign';
import { inChina, monthDay } from '../../domain/china-time';
import { MonthRuler } from './month-ruler';
import styles from './hero.module.scss';

/** Where we are in the campaign, in one sentence. */
export function today({ phase, dayNumber, startsOn, endsOn, year }: CampaignView, now: string): string {
  if (phase === 'before') return `${monthDay(startsOn)}开始，到 ${monthDay(endsOn)}结束`;
  if (phase === 'archive') return `${year} 年 ${monthDay(startsOn)}至 ${monthDay(endsOn)}，活动已经结束`;
  return `今天是 ${inChina(now).format('M 月 D 日')}，活动第 ${dayNumber ?? 1} 天`;
}

export function Hero({ home: { campaign, clock } }: { home: HomeView }) {
  return (
    <View className={styles.hero}>
      <View className={styles.dial} />
      <View className={styles.inner}>
        <View className={styles.organiser}>
          {campaign.organiser} · {campaign.name}
        </View>
        <HeadingText level={1} className={styles.theme}>
          {campaign.themeLines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </HeadingText>
        <MonthRuler dayCount={campaign.dayCount} dayNumber={campaign.dayNumber} past={campaign.phase === 'archive'} />
        <View className={styles.today}>{today(campaign, clock.now)}</View>
      </View>
    </View>
  );
}

/** Holds the hero's place, so that nothing jumps when the answer comes. */
export function HeroSkeleton() {
  return <View className={`${styles.hero} ${styles.waiting}`} aria-label='正在加载' />;
}
