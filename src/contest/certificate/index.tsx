import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Empty } from '../../components/empty';
import { Notice } from '../../components/notice';
import type { CertificateView } from '../../contract/contest/certificate';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { address, open } from '../../platform/navigation';
import { Issued } from './issued';
import { NameForm } from './name-form';

export default function CertificatePage() {
  const read = useRead('certificate.mine', {});
  const [correcting, setCorrecting] = useState(false);
  const { state } = read;
  const certificate = state.status === 'ready' ? state.data.certificate : null;
  useShareAppMessage(() =>
    certificate?.valid === true
      ? { title: `${certificate.contestTitle}：这是我的证书，可以查验`, path: address('/contest/verify/index', { code: certificate.code }) }
      : { title: '“质量月”知识竞赛', path: '/pages/contest/index' },
  );

  if (state.status !== 'ready') {
    return (
      <Page title='证书'>
        <Loaded read={read}>{() => null}</Loaded>
      </Page>
    );
  }

  const { mayIssue, suggestedName } = state.data;
  const onIssued = (issued: CertificateView) => {
    read.replace({ ...state.data, certificate: issued });
    setCorrecting(false);
  };
  if (certificate?.valid === false) return <Void />;
  if (certificate !== null && !correcting) {
    return (
      <Issued
        certificate={certificate}
        onCorrect={() => {
          setCorrecting(true);
        }}
      />
    );
  }
  if (certificate === null && !mayIssue) return <None />;
  return (
    <NameForm
      initial={certificate?.holderName ?? suggestedName ?? ''}
      onIssued={onIssued}
      onCancel={
        certificate === null
          ? null
          : () => {
              setCorrecting(false);
            }
      }
    />
  );
}

function None() {
  return (
    <Page title='证书'>
      <Empty
        icon='document'
        title='还没有可以领取的证书'
        text='竞赛成绩合格后，可以在这里领取电子证书，保存为图片。'
        action={{
          text: '去看竞赛',
          onPress: () => {
            open('/contest/lobby/index');
          },
        }}
      />
    </Page>
  );
}

function Void() {
  return (
    <Page title='证书'>
      <Notice tone='wrong'>
        题目更正后重新计分，您的成绩没有达到合格标准，这张证书已经失效。给您带来不便，我们深表歉意。更正的题目和理由可以在“题目更正”里查看。
      </Notice>
      <Empty
        icon='document'
        title='证书已失效'
        text='竞赛还在进行并且答题次数没有用完的，可以再参加；成绩合格后，原编号的证书恢复有效。'
        action={{
          text: '看题目更正',
          onPress: () => {
            open('/contest/errata/index');
          },
        }}
      />
    </Page>
  );
}
