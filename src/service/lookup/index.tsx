import { View } from '@tarojs/components';
import { nextTick, pageScrollTo } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/form/text-field';
import type { RequestStatus } from '../../contract/request/request';
import { Page } from '../../frame/page';
import { call, type CallError } from '../../platform/call';
import { isH5 } from '../../platform/environment';
import { StatusCard, StatusTimeline } from '../shared/status';
import styles from './index.module.scss';

const FOUND = 'found';

type Answer =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'refused'; readonly error: CallError }
  | { readonly kind: 'found'; readonly status: RequestStatus };

export default function LookupPage() {
  const asked = useRef({ receiptNumber: '', phoneTail: '' });
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });
  const fields = answer.kind === 'refused' ? answer.error.fields : undefined;

  const ask = async () => {
    setAnswer({ kind: 'asking' });
    const result = await call('request.lookup', asked.current);
    if (result.ok) nextTick(() => void pageScrollTo({ selector: `#${FOUND}`, offsetTop: -56 }));
    setAnswer(result.ok ? { kind: 'found', status: result.data } : { kind: 'refused', error: result.error });
  };

  return (
    <Page title='查办理进度' actions={<Button text='查询' busy={answer.kind === 'asking'} onPress={() => void ask()} />}>
      <TextField
        id='receiptNumber'
        label='受理编号'
        help='两个字母加十位数字，如 ZY 1709 042 132，中间的空格可以不写。'
        type='code'
        initial=''
        error={fields?.receiptNumber}
        onInput={(receiptNumber) => {
          asked.current.receiptNumber = receiptNumber;
        }}
      />
      <TextField
        id='phoneTail'
        label='联系电话后四位'
        help='提交申请时填写的联系电话。'
        type='digits'
        initial=''
        error={fields?.phoneTail}
        onInput={(phoneTail) => {
          asked.current.phoneTail = phoneTail;
        }}
      />
      {answer.kind === 'refused' && fields === undefined ? (
        <Notice tone='wrong' alert>
          {answer.error.message}
        </Notice>
      ) : null}
      {answer.kind === 'found' ? (
        <View id={FOUND} className={styles.found} {...(isH5 ? { role: 'status' } : {})}>
          <StatusCard status={answer.status} />
          <StatusTimeline status={answer.status} />
        </View>
      ) : null}
    </Page>
  );
}
