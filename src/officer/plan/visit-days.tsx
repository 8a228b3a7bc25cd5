import { View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { Heading } from '../../components/heading';
import type { ProposedVisit } from '../../contract/visit/plan';
import { monthDayWeekday } from '../../domain/china-time';
import { halfNames } from '../../domain/visit/half-day';
import styles from './index.module.scss';
import { Stop } from './stop';
import type { Planning } from './use-plan';


interface VisitDaysProps {
  readonly visits: readonly ProposedVisit[];
  readonly planning: Planning;
}

/** Day by day; a large plan has hundreds of firms, so one day is open at first. */
export function VisitDays({ visits, planning }: VisitDaysProps) {
  const dates = [...new Set(visits.map(({ date }) => date))];
  const [openDates, setOpen] = useState<readonly string[]>(dates.slice(0, 1));
  if (visits.length === 0) return <View className={styles.none}>这几天没有能安排的上门，原因见“未能安排”。</View>;
  return (
    <>
      <Heading text='安排' />
      {dates.map((date) => {
        const ofDay = visits.filter((visit) => visit.date === date);
        const isOpen = openDates.includes(date);
        return (
          <View key={date} className={styles.day}>
            <Pressable
              expanded={isOpen}
              className={styles.date}
              onPress={() => {
                setOpen(isOpen ? openDates.filter((other) => other !== date) : [...openDates, date]);
              }}
            >
              <View>{monthDayWeekday(date)}</View>
              <View className={styles.count}>{`${ofDay.reduce((sum, { requests }) => sum + requests.length, 0)} 家企业${isOpen ? '，收起' : '，展开'}`}</View>
            </Pressable>
            {isOpen ? ofDay.map((visit) => <Visit key={`${visit.half} ${visit.expertId}`} visit={visit} planning={planning} />) : null}
          </View>
        );
      })}
    </>
  );
}

function Visit({ visit, planning }: { visit: ProposedVisit; planning: Planning }) {
  const { half, expertName, areaName, requests } = visit;
  return (
    <View className={styles.visit}>
      <View className={styles.who}>{`${halfNames[half]} · ${expertName} · ${areaName}`}</View>
      {requests.map((stop) => (
        <Stop
          key={stop.requestId}
          stop={stop}
          wish={planning.wishOf(visit, stop)}
          published={planning.plan?.publishedAt !== null}
          onWish={(wish) => {
            planning.wish(visit, stop, wish);
          }}
        />
      ))}
    </View>
  );
}
