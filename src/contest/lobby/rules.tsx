import { View } from '@tarojs/components';
import type { ContestRules, ContestView } from '../../contract/contest/contest';
import type { QuestionType } from '../../contract/practice';
import { monthDay, monthDayTime } from '../../domain/china-time';
import styles from './rules.module.scss';

const typeNames = { single: '单选', multiple: '多选', judgement: '判断' } as const satisfies Record<QuestionType, string>;

const partialWords = {
  none: '多选题全部选对才得分。',
  half: '多选题少选、没有错选的，得一半的分；有错选的不得分。',
} as const satisfies Record<ContestRules['partialCredit'], string>;

function releaseWords({ results, explanations }: ContestRules, closesAt: string): string {
  const later = `${monthDayTime(closesAt)} 竞赛结束后`;
  if (results === 'at-close') return `成绩和解析在${later}公布。`;
  return explanations === 'at-close' ? `交卷后就能看到成绩，解析在${later}公布。` : '交卷后就能看到成绩、解析和依据。';
}

const sum = (parts: ContestRules['parts']): string => parts.map(({ type, count, points }) => `${typeNames[type]} ${count} 题共 ${points} 分`).join('，');

interface Rule {
  readonly name: string;
  readonly text: string;
}

function rulesOf({ rules, closesAt }: ContestView): Rule[] {
  const { durationMinutes, attemptsPerDay, attemptsInAll, passMark, fullMark, boards, teams, prizes, appealsUntil } = rules;
  return [
    { name: '时间', text: `每次 ${durationMinutes} 分钟，以服务器的时间为准。中途离开时间照走，作答随时保存，回来可以接着答；时间到了自动交卷。` },
    { name: '题目', text: `${sum(rules.parts)}。每次的题目和选项顺序都由系统随机抽取。` },
    { name: '计分', text: `满分 ${fullMark} 分，${passMark} 分合格，合格可以领取证书。${partialWords[rules.partialCredit]}没有作答的题不得分。` },
    { name: '次数', text: `每天 ${attemptsPerDay} 次，一共 ${attemptsInAll} 次，取最好的一次。` },
    { name: '公布', text: releaseWords(rules, closesAt) },
    ...(boards.includes('people') ? [{ name: '个人榜', text: '先比得分，再比用时，再比交卷先后。' }] : []),
    ...(boards.some((board) => board !== 'people')
      ? [{ name: '团体榜', text: `取成绩最好的 ${teams.best} 人计算平均分和平均用时，不足 ${teams.minimum} 人的不列出。` }]
      : []),
    ...(prizes === null ? [] : [{ name: '奖品', text: `${prizes.count} 份。${prizes.note}` }]),
    { name: '访客', text: '没有通过微信登录的访客可以答题、看成绩、领证书，不列入榜单，不参加抽奖。' },
    { name: '申诉', text: `对题目有异议的，可以在成绩页提出，${monthDay(appealsUntil)}截止（含当天）；题目更正后，所有受影响的答卷重新计分。` },
  ];
}

export function Rules({ contest }: { contest: ContestView }) {
  return (
    <View className={styles.rules}>
      {rulesOf(contest).map(({ name, text }) => (
        <View key={name} className={styles.rule}>
          <View className={styles.name}>{name}</View>
          <View className={styles.text}>{text}</View>
        </View>
      ))}
    </View>
  );
}
