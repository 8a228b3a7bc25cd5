import { Button } from '../../components/controls/button';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import type { CertificateView } from '../../contract/contest/certificate';
import { Page } from '../../frame/page';
import { useIssuing } from './use-certificate';

interface NameFormProps {
  readonly initial: string;
  readonly onIssued: (certificate: CertificateView) => void;
  /** Null where there is no certificate to go back to. */
  readonly onCancel: (() => void) | null;
}

/** Whose name the certificate bears. */
export function NameForm({ initial, onIssued, onCancel }: NameFormProps) {
  const { typeName, issue, busy, nameError, error } = useIssuing(initial, onIssued);
  return (
    <Page
      title='证书'
      actions={
        <>
          {onCancel === null ? null : <Button look='plain' text='先不' disabled={busy} onPress={onCancel} />}
          <Button text={onCancel === null ? '领取证书' : '更正姓名'} busy={busy} onPress={issue} />
        </>
      }
    >
      {onCancel === null ? <Notice tone='good'>您的竞赛成绩合格，可以领取电子证书。</Notice> : null}
      <TextField
        id='holderName'
        label='证书上的姓名'
        help='请填写真实姓名。领取后还可以更正，编号不变。'
        purpose='印在证书上；别人凭编号查验时只看到一部分。'
        initial={initial}
        error={nameError}
        onInput={typeName}
        onEnter={issue}
      />
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error}
        </Notice>
      )}
    </Page>
  );
}
