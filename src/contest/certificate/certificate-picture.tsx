import { Canvas, View } from '@tarojs/components';
import { createSelectorQuery, nextTick } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { CertificateView } from '../../contract/contest/certificate';
import { isH5 } from '../../platform/environment';
import type { DrawnCanvas } from '../../platform/device/save-image';
import { certificateText } from './certificate-words';
import { drawCertificate, pixelsPerUnit, sheet } from './draw-certificate';
import styles from './certificate-picture.module.scss';

interface PictureProps {
  readonly certificate: CertificateView;
  /** Null where this device cannot draw. */
  readonly onDrawn: (canvas: DrawnCanvas | null) => void;
}

export function CertificatePicture(props: PictureProps) {
  return <View className={styles.frame}>{isH5 ? <BrowserPicture {...props} /> : <WechatPicture {...props} />}</View>;
}

function draw(canvas: DrawnCanvas | null, certificate: CertificateView): DrawnCanvas | null {
  const brush = canvas?.getContext('2d') ?? null;
  if (canvas === null || brush === null) return null;
  // Setting a size empties the canvas, which has an earlier name on it after a correction.
  canvas.width = sheet.width * pixelsPerUnit;
  canvas.height = sheet.height * pixelsPerUnit;
  drawCertificate(brush, certificate);
  return canvas;
}

/** As an image, not as a canvas: a long press saves it also where a browser inside an app knows no downloads. */
function BrowserPicture({ certificate, onDrawn }: PictureProps) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    const canvas = draw(document.createElement('canvas'), certificate);
    setSource(canvas?.toDataURL('image/png') ?? null);
    onDrawn(canvas);
  }, [certificate, onDrawn]);
  return <View className={styles.sheet}>{source === null ? null : <img className={styles.picture} src={source} alt={certificateText(certificate)} />}</View>;
}

const CANVAS = 'certificate';

function WechatPicture({ certificate, onDrawn }: PictureProps) {
  useEffect(() => {
    // The node exists once the page has been sent over.
    nextTick(() => {
      createSelectorQuery()
        .select(`#${CANVAS}`)
        .fields({ node: true, size: true })
        .exec((found: ({ node?: DrawnCanvas } | null)[]) => {
          onDrawn(draw(found[0]?.node ?? null, certificate));
        });
    });
  }, [certificate, onDrawn]);
  return (
    <View className={styles.sheet} aria-role='img' aria-label={certificateText(certificate)}>
      <Canvas type='2d' id={CANVAS} className={styles.picture} />
    </View>
  );
}
