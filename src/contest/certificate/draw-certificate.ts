import type { CertificateView } from '../../contract/contest/certificate';
import { formatCertificateCode } from '../../domain/contest/certificate-code';
import { certificateBody, issuedWords, verifyWords } from './certificate-words';

/** What the drawing needs of a canvas; WeChat's and the browser's both have it. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'setTransform'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'stroke'
  | 'fill'
>;

/** In units of the drawing: an upright sheet of √2. */
export const sheet = { width: 750, height: 1060 } as const;

/** Pixels for each unit: enough to print the sheet at the size of a hand, and within what older phones can hold. */
export const pixelsPerUnit = 2;

// The campaign's own colours (theme/tokens.scss in light mode): a certificate is paper and knows no dark mode.
const colours = {
  paper: '#fffdf8',
  ink: '#18232b',
  quiet: '#4c5a64',
  brand: '#0b6470',
  deep: '#07474f',
  gold: '#b98a3c',
  line: '#d9d2c3',
} as const;

const SANS = "'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif";
const SERIF = "'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC', 'SimSun', serif";

const MIDDLE = sheet.width / 2;
const LEFT = 104;
const RIGHT = sheet.width - LEFT;

/**
 * Draws the whole certificate; the same on every platform. No seal is drawn: a picture that anybody can make must not
 * look like a stamped paper, and what makes it genuine is its code.
 */
export function drawCertificate(brush: Brush, certificate: CertificateView): void {
  brush.setTransform(pixelsPerUnit, 0, 0, pixelsPerUnit, 0, 0);
  brush.globalAlpha = 1;
  brush.textBaseline = 'alphabetic';
  drawSheet(brush);
  drawDial(brush);
  drawHead(brush, certificate);
  drawHolder(brush, certificate.holderName);
  drawBody(brush, certificate);
  drawIssuer(brush, certificate);
  drawCode(brush, certificate.code);
}

function drawSheet(brush: Brush): void {
  brush.fillStyle = colours.paper;
  brush.fillRect(0, 0, sheet.width, sheet.height);
  frame(brush, 30, 6, colours.brand);
  frame(brush, 42, 1.5, colours.gold);
  // Corners, so that the frame reads as a certificate's also when it is small.
  brush.strokeStyle = colours.gold;
  brush.lineWidth = 3;
  for (const [x, y, right, down] of [
    [56, 56, 1, 1],
    [sheet.width - 56, 56, -1, 1],
    [56, sheet.height - 56, 1, -1],
    [sheet.width - 56, sheet.height - 56, -1, -1],
  ] as const) {
    line(brush, [x, y + 34 * down], [x, y], [x + 34 * right, y]);
  }
}

function frame(brush: Brush, inset: number, width: number, colour: string): void {
  brush.strokeStyle = colour;
  brush.lineWidth = width;
  brush.strokeRect(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset);
}

/** The campaign's measuring dial as a watermark. */
function drawDial(brush: Brush): void {
  const centre = { x: MIDDLE, y: 612 };
  brush.globalAlpha = 0.07;
  brush.strokeStyle = colours.brand;
  brush.lineCap = 'round';
  for (let tick = 0; tick < 60; tick += 1) {
    const angle = (tick / 60) * 2 * Math.PI;
    const long = tick % 5 === 0;
    brush.lineWidth = long ? 7 : 4;
    const at = (radius: number) => [centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)] as const;
    line(brush, at(long ? 194 : 207), at(229));
  }
  brush.lineWidth = 4;
  brush.beginPath();
  brush.arc(centre.x, centre.y, 160, 0, 2 * Math.PI);
  brush.stroke();
  brush.globalAlpha = 1;
  brush.lineCap = 'butt';
}

function drawHead(brush: Brush, { organiser, campaignName }: CertificateView): void {
  brush.textAlign = 'center';
  brush.fillStyle = colours.brand;
  fitted(brush, organiser, { x: MIDDLE, y: 128, width: 580, size: 30, weight: 600 });
  brush.fillStyle = colours.quiet;
  fitted(brush, campaignName, { x: MIDDLE, y: 172, width: 580, size: 24, weight: 400 });
  brush.fillStyle = colours.deep;
  brush.font = `700 92px ${SERIF}`;
  brush.fillText('证', MIDDLE - 78, 304);
  brush.fillText('书', MIDDLE + 78, 304);
  drawRuler(brush, 342);
}

const RULER_TICKS = 31;
const RULER_STEP = 9;

/** A ruler under the title, as on the home page. */
function drawRuler(brush: Brush, y: number): void {
  const start = MIDDLE - ((RULER_TICKS - 1) / 2) * RULER_STEP;
  for (let tick = 0; tick < RULER_TICKS; tick += 1) {
    const long = tick % 5 === 0;
    brush.strokeStyle = long ? colours.gold : colours.line;
    brush.lineWidth = 3;
    line(brush, [start + tick * RULER_STEP, y], [start + tick * RULER_STEP, y + (long ? 18 : 10)]);
  }
}

function drawHolder(brush: Brush, holderName: string): void {
  brush.textAlign = 'center';
  brush.fillStyle = colours.ink;
  fitted(brush, holderName, { x: MIDDLE, y: 466, width: 500, size: 58, weight: 700, family: SERIF });
  brush.strokeStyle = colours.gold;
  brush.lineWidth = 1.5;
  line(brush, [MIDDLE - 260, 492], [MIDDLE + 260, 492]);
}

const BODY_TOP = 572;
const BODY_HEIGHT = 200;
const LEADING = 1.8;

function drawBody(brush: Brush, certificate: CertificateView): void {
  brush.textAlign = 'left';
  brush.fillStyle = colours.ink;
  // Two characters in, as a Chinese paragraph begins.
  const text = `　　${certificateBody(certificate)}`;
  let pixels = 31;
  let lines: string[];
  do {
    pixels -= 1;
    brush.font = `400 ${pixels}px ${SANS}`;
    lines = brokenLines(brush, text, RIGHT - LEFT);
  } while (pixels > LEAST_PIXELS && (lines.length - 1) * pixels * LEADING > BODY_HEIGHT);
  lines.forEach((words, index) => {
    brush.fillText(words, LEFT, BODY_TOP + index * pixels * LEADING);
  });
}

function drawIssuer(brush: Brush, certificate: CertificateView): void {
  brush.textAlign = 'right';
  brush.fillStyle = colours.ink;
  fitted(brush, certificate.organiser, { x: RIGHT, y: 820, width: RIGHT - LEFT, size: 28, weight: 600 });
  brush.fillStyle = colours.quiet;
  fitted(brush, issuedWords(certificate), { x: RIGHT, y: 862, width: RIGHT - LEFT, size: 25, weight: 400 });
}

function drawCode(brush: Brush, code: string): void {
  brush.strokeStyle = colours.line;
  brush.lineWidth = 1.5;
  line(brush, [LEFT, 904], [RIGHT, 904]);
  brush.textAlign = 'left';
  brush.fillStyle = colours.deep;
  fitted(brush, `证书编号　${formatCertificateCode(code)}`, { x: LEFT, y: 950, width: RIGHT - LEFT, size: 27, weight: 600 });
  brush.fillStyle = colours.quiet;
  fitted(brush, verifyWords, { x: LEFT, y: 986, width: RIGHT - LEFT, size: 20, weight: 400 });
}

type Point = readonly [x: number, y: number];

function line(brush: Brush, [x, y]: Point, ...others: readonly Point[]): void {
  brush.beginPath();
  brush.moveTo(x, y);
  for (const [nextX, nextY] of others) brush.lineTo(nextX, nextY);
  brush.stroke();
}

interface Fitting {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  readonly family?: string;
}

// At which the longest words that the contract allows fit.
const LEAST_PIXELS = 13;

/** One line, in the largest size at which it fits. */
function fitted(brush: Brush, text: string, { x, y, width, size, weight, family = SANS }: Fitting): void {
  const setSize = (pixels: number) => {
    brush.font = `${weight} ${pixels}px ${family}`;
  };
  let pixels = size;
  setSize(pixels);
  while (pixels > LEAST_PIXELS && brush.measureText(text).width > width) {
    pixels -= 1;
    setSize(pixels);
  }
  brush.fillText(text, x, y);
}

// What may not stand at a line's end or beginning (GB/T 15834—2011, 5.1).
const NEVER_LAST = '“‘（《';
const NEVER_FIRST = '，。、；：！？”’）》';

/** Breaks between characters as Chinese does, but within no Latin word, nor between a number and its unit, and punctuation stays with its words. */
export function brokenLines(brush: Pick<Brush, 'measureText'>, text: string, width: number): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(/[!-~]+(?: [^!-~])?|[^!-~]/gu) ?? []) {
    const before = pieces[pieces.length - 1] ?? '';
    const joins = before !== '' && (NEVER_FIRST.includes(piece) || NEVER_LAST.includes(before.charAt(before.length - 1)));
    if (joins) pieces[pieces.length - 1] = before + piece;
    else pieces.push(piece);
  }
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces) {
    if (current !== '' && brush.measureText(current + piece).width > width) {
      lines.push(current);
      current = piece.trim() === '' ? '' : piece;
    } else current += piece;
  }
  return current === '' ? lines : [...lines, current];
}
