import { nextTick, pageScrollTo } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { TextField } from '../../components/form/text-field';
import { Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import type { CertificateCheck } from '../../contract/contest/certificate';
import { monthDay } from '../../domain/china-time';
import { formatCertificateCode } from '../../domain/contest/certificate-code';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { call, type CallError } from '../../platform/call';
import { isH5 } from '../../platform/environment';
import styles from './index.module.scss';

const FOUND = 'found';

type Answer =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'refused'; readonly error: CallError }
  | { readonly kind: 'found'; readonly certificate: CertificateCheck };

export default function VerifyPage() {
  const { code: given = '' } = useParameters();
  const code = useRef(given);
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });

  const ask = useCallback(async () => {
    setAnswer({ kind: 'asking' });
    const result = await call('certificate.verify', { code: code.current });
    if (result.ok) nextTick(() => void pageScrollTo({ selector: `#${FOUND}`, offsetTop: -56 }));
    setAnswer(result.ok ? { kind: 'found', certificate: result.data } : { kind: 'refused', error: result.error });
  }, []);
  // From a link or a code on the certificate: what it names is what one came to see.
  useEffect(() => {
    if (given !== '') void ask();
  }, [given, ask]);

  return (
    <Page title='证书查验' actions={<Button text='查验' busy={answer.kind === 'asking'} onPress={() => void ask()} />}>
      <TextField
        id='code'
        label='证书编号'
        help='印在证书下方，共 14 位字母和数字。大小写、空格和短横都不影响查验。'
        type='code'
        initial={given}
        error={answer.kind === 'refused' ? answer.error.fields?.code : undefined}
        onInput={(text) => {
          code.current = text;
        }}
        onEnter={() => void ask()}
      />
      {answer.kind === 'refused' && answer.error.fields?.code === undefined ? <Refused error={answer.error} /> : null}
      {answer.kind === 'found' ? <Found certificate={answer.certificate} /> : null}
    </Page>
  );
}

function Refused({ error }: { error: CallError }) {
  return (
    <Notice tone='wrong' alert>
      {error.code === 'not_found' ? '没有查到这个编号的证书。请对照证书再核对一遍；核对无误仍查不到的，请向主办单位反映。' : error.message}
    </Notice>
  );
}

function Found({ certificate }: { certificate: CertificateCheck }) {
  const { valid, code, holderName, contestTitle, campaignName, organiser, issuedOn } = certificate;
  const facts = [
    { label: '证书编号', text: formatCertificateCode(code) },
    { label: '姓名', text: holderName },
    { label: '竞赛', text: contestTitle },
    { label: '活动', text: campaignName },
    { label: '颁发单位', text: organiser },
    { label: '颁发日期', text: `${issuedOn.slice(0, 4)} 年 ${monthDay(issuedOn)}` },
  ];
  return (
    <View id={FOUND} className={styles.found} {...(isH5 ? { role: 'status' } : {})}>
      <Notice tone={valid ? 'good' : 'wrong'}>
        {valid
          ? '证书真实有效。'
          : '这张证书由主办单位颁发过，现在已经失效：题目更正后重新计分，成绩没有达到合格标准，不是持证人的过错。'}
      </Notice>
      <Facts facts={facts} />
      <View className={styles.note}>为保护个人信息，姓名只显示一部分。请与持证人出示的证书对照。</View>
    </View>
  );
}
