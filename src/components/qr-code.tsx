import { Image } from '@tarojs/components';
import { useMemo } from 'react';
import { encode } from 'uqr';
import { isH5 } from '../platform/environment';
import styles from './qr-code.module.scss';

// What a scanner needs to find the code's edge (ISO/IEC 18004).
const QUIET_ZONE = 4;

interface Modules {
  /** Of a side, the quiet zone included. */
  readonly size: number;
  /** The dark ones as rows from left to right. */
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[];
}

/** A text as a QR code's dark modules. */
export function qrModules(text: string): Modules {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((row, y) => row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [{ x, y, length: row.slice(x).concat(false).indexOf(false) }] : [])));
  return { size, runs };
}

/** A text for a camera. Dark on light in every mode, as cameras expect. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const modules = qrModules(text);
    return { size: modules.size, path: modules.runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('') };
  }, [text]);
  if (!isH5) return <Image className={styles.code} src={asImage(size, path)} aria-role='img' aria-label={label} />;
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role='img' aria-label={label} shapeRendering='crispEdges'>
      <rect width={size} height={size} fill='white' />
      <path d={path} fill='black' />
    </svg>
  );
}

/** WeChat has no elements of SVG, but shows it as a picture. */
const asImage = (size: number, path: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 16}" height="${size * 16}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`,
  )}`;
