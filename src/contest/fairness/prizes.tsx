import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { FairnessView, PrizeDrawView } from '../../contract/contest/fairness';
import { monthDayTime } from '../../domain/china-time';
import { prizeTicket } from '../../domain/contest/prize-draw';
import { isH5 } from '../../platform/environment';
import { HashList } from './hash-list';
import styles from './prizes.module.scss';

/** Who won, and how one's own ticket stands beside the last one that did. */
export function Prizes({ view, prizes }: { view: FairnessView; prizes: PrizeDrawView }) {
  const ownCode = view.mine?.code;
  return (
    <>
      <Heading text='抽奖结果' />
      <View className={styles.detail}>{`${monthDayTime(prizes.drawnAt)} 抽取，${prizes.eligibleCount} 人参加，${prizes.winners.length} 人中奖`}</View>
      <OwnTicket view={view} prizes={prizes} />
      <View className={styles.winners} {...(isH5 ? { role: 'list' } : {})}>
        {prizes.winners.map(({ place, code, name, ticket }) => (
          <View key={place} className={`${styles.winner} ${code === ownCode ? styles.mine : ''}`} {...(isH5 ? { role: 'listitem' } : {})}>
            <View className={styles.place}>{place}</View>
            <View className={styles.words}>
              <View className={styles.name}>{code === ownCode ? `${name}（我）` : name}</View>
              <View className={styles.ticket}>{`代码 ${code}　抽奖号 ${shortTicket(ticket)}`}</View>
            </View>
          </View>
        ))}
      </View>
      <HashList hashes={[{ name: '抽奖名单的指纹', hash: prizes.eligibleHash }]} />
    </>
  );
}

const SHOWN_DIGITS = 12;

/** Enough to tell two tickets apart by eye. */
const shortTicket = (ticket: string): string => `${ticket.slice(0, SHOWN_DIGITS)}…`;

function OwnTicket({ view: { mine, revealed, contestId }, prizes }: { view: FairnessView; prizes: PrizeDrawView }) {
  if (mine === null || revealed === null) return null;
  if (!mine.eligible) {
    return (
      <View className={styles.own}>
        <Notice tone='info'>您不在抽奖名单里：参加抽奖的是成绩合格并且用微信登录的参赛者。</Notice>
      </View>
    );
  }
  const winner = prizes.winners.find(({ code }) => code === mine.code);
  const ticket = prizeTicket(revealed.seed, contestId, prizes.eligibleHash, mine.code);
  const last = prizes.winners[prizes.winners.length - 1]?.ticket ?? '';
  return (
    <View className={styles.own}>
      <Notice tone={winner === undefined ? 'info' : 'good'}>
        {winner === undefined
          ? `我的抽奖号 ${shortTicket(ticket)}，排在最后一个中奖号 ${shortTicket(last)} 之后，这次没有中奖。谢谢您的参与。`
          : `我的抽奖号 ${shortTicket(ticket)}，排在第 ${winner.place}，中奖了，祝贺您。领取办法由主办单位通知。`}
      </Notice>
    </View>
  );
}
