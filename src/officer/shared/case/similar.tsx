import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { HeadingText } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import type { SimilarRequest } from '../../../contract/request/office';
import type { RequestView } from '../../../contract/request/request';
import { monthDayTime } from '../../../domain/china-time';
import { formatReceiptNumber } from '../../../domain/request/receipt-number';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigation';
import { confirm } from '../../../platform/notify';
import { useMove } from './moves/use-move';
import styles from './similar.module.scss';
import type { Desk } from './use-desk';

/** The case itself comes first; in milliseconds. */
const READ_AFTER = 500;

interface SimilarProps {
  readonly request: RequestView;
  readonly desk: Desk;
}

/** What looks like the same request of the same firm; a suggestion, so that it is quiet when there is none or it could not be read. */
export function Similar({ request, desk }: SimilarProps) {
  const found = useSimilar(request);
  const { busy, error, mistakes, send, refresh } = useMove('merge', request, desk, ({ mergedInto }) => `已并入 ${formatReceiptNumber(mergedInto ?? '')} 一起办理。`);
  if (found.length === 0 || !request.moves.includes('merge')) return null;
  const problem = error?.message ?? mistakes.intoId;
  const merge = async ({ id, receiptNumber }: SimilarRequest) => {
    const yes = await confirm({ title: '并入另一件办理', text: `本件将并入 ${formatReceiptNumber(receiptNumber)}，企业可以在那一件里看到进展。并案后不能撤销。`, yes: '并案' });
    if (yes) await send({ intoId: id }, {});
  };
  return (
    <View className={styles.similar}>
      <HeadingText level={2} className={styles.title}>
        可能重复
      </HeadingText>
      {found.map((other) => (
        <View key={other.id} className={styles.other}>
          <View className={styles.firm}>{`${other.firmName}${other.subject === null ? '' : ` · ${other.subject}`}`}</View>
          <View className={styles.detail}>{`${formatReceiptNumber(other.receiptNumber)} · ${monthDayTime(other.submittedAt)} 提交 · ${other.stateLabel} · 内容相近 ${Math.round(other.likeness * 100)}%`}</View>
          <View className={styles.excerpt}>{other.excerpt}</View>
          <Buttons>
            <Button look='quiet' text='查看' onPress={() => open('/officer/request/index', { id: other.id })} />
            <Button look='quiet' text='并入这一件' busy={busy} onPress={() => void merge(other)} />
          </Buttons>
        </View>
      ))}
      {problem === undefined ? null : (
        <Notice tone='wrong' alert>
          {problem}
        </Notice>
      )}
      {error?.code === 'conflict' ? <Button look='plain' text='刷新' onPress={() => void refresh()} /> : null}
    </View>
  );
}

function useSimilar({ id, moves }: RequestView): readonly SimilarRequest[] {
  const [found, setFound] = useState<readonly SimilarRequest[]>([]);
  const mayMerge = moves.includes('merge');
  useEffect(() => {
    if (!mayMerge) return undefined;
    let here = true;
    const timer = setTimeout(() => {
      void call('request.similar', { id }).then((result) => {
        if (here && result.ok) setFound(result.data.requests);
      });
    }, READ_AFTER);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [id, mayMerge]);
  return found;
}
