import { orientationOf, orientationOnly } from './exif-orientation';
import type { CleanPictureIn } from './picture';

// ITU-T T.81, annex B: markers; segments carry their length, which counts itself.
const [START, END, SCAN, COMMENT] = [0xd8, 0xd9, 0xda, 0xfe];
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

const EXIF = 'Exif\0\0';
/** What drawing needs of the application segments: density, colour profile, colour transform. */
const isKept = (marker: number, content: Buffer): boolean =>
  (marker === 0xe0 && startsWith(content, 'JFIF\0')) || (marker === 0xe2 && startsWith(content, 'ICC_PROFILE\0')) || (marker === 0xee && startsWith(content, 'Adobe'));

const startsWith = (content: Buffer, name: string): boolean => content.toString('latin1', 0, name.length) === name;

/**
 * Keeps the picture, its colours and how it is to be turned. What phones write behind the end, a second picture or a
 * moment of film, is left behind too: it has metadata of its own.
 */
export const cleanJpeg: CleanPictureIn = (bytes) => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff00 + START) return null;
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation: number | null = null;
  let scanned = false;
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === END) {
      if (size === null || !scanned) return null;
      return { ...size, bytes: Buffer.concat([Buffer.from([0xff, START]), ...turned(orientation), ...kept, Buffer.from([0xff, END])]) };
    }
    if (marker === undefined || at + 4 > bytes.length) return null;
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const content = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      if (content.length < 5) return null;
      size = { width: content.readUInt16BE(3), height: content.readUInt16BE(1) };
    }
    if (marker === 0xe1 && startsWith(content, EXIF)) orientation ??= orientationOf(content.subarray(EXIF.length));
    const next = marker === SCAN ? endOfScan(bytes, end) : end;
    scanned ||= marker === SCAN;
    if (marker !== COMMENT && (!isApplication(marker) || isKept(marker, content))) kept.push(bytes.subarray(at, next));
    at = next;
  }
};

/** Where the next marker is: inside a scan, 0xff stands before a zero or a restart. The file's end if there is none. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const after = bytes[at + 1];
    if (after !== undefined && after !== 0 && after !== 0xff && !isRestart(after)) return at;
  }
  return bytes.length;
}

function turned(orientation: number | null): Buffer[] {
  if (orientation === null) return [];
  const content = Buffer.concat([Buffer.from(EXIF, 'latin1'), orientationOnly(orientation)]);
  return [Buffer.from([0xff, 0xe1, 0, content.length + 2]), content];
}
