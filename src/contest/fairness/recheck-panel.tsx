import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import { Icon, type IconName } from '../../components/icon';
import { Notice } from '../../components/notice';
import { isH5 } from '../../platform/environment';
import type { Finding, RevealedView } from './checks';
import styles from './recheck-panel.module.scss';
import { useRecheck, type Step } from './use-recheck';

/** Recomputing it all, in this app, before one's own eyes. */
export function RecheckPanel({ view }: { view: RevealedView }) {
  const { steps, busy, start } = useRecheck(view);
  return (
    <>
      <Heading text='重新验算' />
      <View className={styles.introduction}>{introduction(view)}</View>
      {steps === null ? null : (
        <View className={styles.steps} {...(isH5 ? { role: 'status' } : {})}>
          {steps.map((step) => (
            <StepRow key={step.title} step={step} />
          ))}
        </View>
      )}
      {steps === null || busy ? null : <Conclusion steps={steps} />}
      <View className={styles.start}>
        <Button look={steps === null ? 'main' : 'plain'} text={steps === null ? '重新验算' : '再算一遍'} busy={busy} onPress={start} />
      </View>
    </>
  );
}

function introduction({ mine }: RevealedView): string {
  const papers = mine === null ? '您没有参赛记录，不验算试卷。' : '';
  return `在您的设备上逐项计算，不依赖服务器给出的结论。名单较长时需要一些时间，可以随时离开。${papers}`;
}

const faces = {
  right: { icon: 'check', text: '一致' },
  wrong: { icon: 'cross', text: '不一致' },
  unread: { icon: 'offline', text: '没有验算' },
} as const satisfies Record<Finding['verdict'], { icon: IconName; text: string }>;

function StepRow({ step: { title, finding, progress } }: { step: Step }) {
  return (
    <View className={styles.step}>
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        <View className={styles.detail}>{finding?.words ?? progress ?? '等待验算'}</View>
      </View>
      {finding === null ? null : (
        <View className={`${styles.verdict} ${styles[finding.verdict]}`}>
          <Icon name={faces[finding.verdict].icon} small />
          {faces[finding.verdict].text}
        </View>
      )}
    </View>
  );
}

function Conclusion({ steps }: { steps: readonly Step[] }) {
  const has = (verdict: Finding['verdict']) => steps.some(({ finding }) => finding?.verdict === verdict);
  if (has('wrong')) {
    return (
      <Notice tone='wrong' alert>
        有一项不一致。请截屏保存本页，并向主办单位反映。
      </Notice>
    );
  }
  if (has('unread')) {
    return (
      <Notice tone='info' alert>
        有一项因为网络原因没有验算，请再算一遍。
      </Notice>
    );
  }
  return (
    <Notice tone='good' alert>
      {`${steps.length} 项全部一致。`}
    </Notice>
  );
}
