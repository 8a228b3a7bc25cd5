import { View } from '@tarojs/components';
import { Button, ShareButton } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Notice } from '../../components/notice';
import type { CertificateView } from '../../contract/contest/certificate';
import { formatCertificateCode } from '../../domain/contest/certificate-code';
import { Page } from '../../frame/page';
import { isH5 } from '../../platform/environment';
import { address } from '../../platform/navigation';
import { copy, copyLink } from '../../platform/sharing';
import { CertificatePicture } from './certificate-picture';
import { useSaving, type Saving } from './use-certificate';
import styles from './issued.module.scss';

/** The certificate as a picture to keep, with what others need to verify it. */
export function Issued({ certificate, onCorrect }: { certificate: CertificateView; onCorrect: () => void }) {
  const saving = useSaving(`${certificate.contestTitle}证书-${certificate.holderName}.png`);
  const code = formatCertificateCode(certificate.code);
  return (
    <Page
      title='证书'
      actions={
        <>
          <Button look='plain' text='更正姓名' onPress={onCorrect} />
          <Button text='保存为图片' busy={saving.busy} disabled={saving.undrawable} onPress={saving.save} />
        </>
      }
    >
      <Outcome saving={saving} />
      <CertificatePicture certificate={certificate} onDrawn={saving.onDrawn} />
      <View className={styles.verify}>
        <View className={styles.label}>证书编号</View>
        <View className={styles.code}>{code}</View>
        <View className={styles.label}>别人凭编号，在“证书查验”里就能知道这张证书是不是真的。</View>
        <Buttons>
          <Button look='quiet' text='复制编号' onPress={() => void copy(code, '编号已复制')} />
          <Button look='quiet' text='复制查验链接' onPress={() => void copyLink(address('/contest/verify/index', { code: certificate.code }))} />
        </Buttons>
        <ShareButton text='发给好友查验' />
      </View>
    </Page>
  );
}

function Outcome({ saving: { undrawable, outcome, allow } }: { saving: Saving }) {
  if (undrawable) {
    return <Notice tone='wrong'>这台设备没有画出证书图片。证书已经颁发，编号在下面；可以换一台设备打开本页保存图片。</Notice>;
  }
  switch (outcome) {
    case null:
      return null;
    case 'saved':
      return (
        <Notice tone='good' alert>
          {isH5 ? '图片已开始下载。没有反应时，可以长按证书图片保存。' : '已保存到手机相册。'}
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice tone='info' alert>
          图片没有保存。需要时可以再点“保存为图片”，只会用到“添加到相册”，不会查看您的照片。
        </Notice>
      );
    case 'denied':
      return (
        <>
          <Notice tone='wrong' alert>
            没有保存：您没有允许本小程序添加图片到相册。可以到设置里打开“添加到相册”，我们不会查看您的照片。
          </Notice>
          <Buttons>
            <Button look='plain' text='去设置里允许' onPress={allow} />
          </Buttons>
        </>
      );
    case 'failed':
      return (
        <Notice tone='wrong' alert>
          没有保存成功，请重试；也可以截屏保存。
        </Notice>
      );
  }
}
