import { useMemo } from 'react';
import { encode } from 'uqr';
import { pairingText } from '../../domain/pairing-code';
import styles from './index.module.scss';

// What a scanner needs to find the code's edge (ISO/IEC 18004).
const QUIET_ZONE = 4;

/** The six digits for a camera. Dark on light in every mode, as cameras expect. */
export function QrCode({ code }: { code: string }) {
  const { size, data } = useMemo(() => encode(pairingText(code), { ecc: 'M', border: QUIET_ZONE }), [code]);
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role='img' aria-label='登录二维码' shapeRendering='crispEdges'>
      <rect width={size} height={size} fill='white' />
      <path d={dark.join('')} fill='black' />
    </svg>
  );
}
