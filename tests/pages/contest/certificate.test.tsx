import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { CertificateView } from '../../../src/contract/contest/certificate';
import CertificatePage from '../../../src/contest/certificate';
import { brokenLines, drawCertificate, sheet, type Brush } from '../../../src/contest/certificate/draw-certificate';
import { certificate } from './sample-certificate';

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly pixels: number;
  readonly align: string;
}

const pixelsOf = (font: string): number => Number(/(\d+)px/.exec(font)?.[1]);

/** As wide as CJK type is: a character is as wide as it is high, a Latin one a little over half. */
const widthOf = (text: string, pixels: number): number =>
  Array.from(text).reduce((width, character) => width + (character < '\u2000' ? 0.56 : 1) * pixels, 0);

/** A canvas that draws nothing and keeps every text. */
function recorder() {
  const texts: Drawn[] = [];
  const quiet = () => undefined;
  const brush = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineCap: 'butt',
    globalAlpha: 1,
    font: '10px sans-serif',
    textAlign: 'left',
    textBaseline: 'alphabetic',
    setTransform: quiet,
    fillRect: quiet,
    strokeRect: quiet,
    beginPath: quiet,
    moveTo: quiet,
    lineTo: quiet,
    arc: quiet,
    stroke: quiet,
    fill: quiet,
    measureText: (text: string) => ({ width: widthOf(text, pixelsOf(brush.font)) }) as TextMetrics,
    fillText: (text: string, x: number, y: number) => {
      texts.push({ text, x, y, pixels: pixelsOf(brush.font), align: brush.textAlign });
    },
  };
  return { brush: brush as unknown as Brush, texts };
}

function draw(view: CertificateView = certificate): Drawn[] {
  const { brush, texts } = recorder();
  drawCertificate(brush, view);
  return texts;
}

const edges = ({ text, x, pixels, align }: Drawn): readonly [number, number] => {
  const width = widthOf(text, pixels);
  const left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x;
  return [left, left + width];
};

const mine = (view: CertificateView | null, mayIssue = true) => {
  stage.answer('certificate.mine', () => ok({ certificate: view, mayIssue, suggestedName: '李明' }));
};

let downloads: string[];

beforeEach(() => {
  stage.reset();
  downloads = [];
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => recorder().brush as never);
  jest.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,AAAA');
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    downloads.push(this.download);
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the drawing', () => {
  it('says who, what, when, by whom, and how it is verified', () => {
    const all = draw().map(({ text }) => text).join('');
    for (const words of ['天津出入境检验检疫局', '2017 年“质量月”', '证书', '李明', '“质量月”知识竞赛', '96', '成绩合格，特发此证。', '2017 年 9 月 7 日', '34679-ACDEF-GHJK', '证书查验']) {
      expect(all).toContain(words);
    }
  });

  it.each([
    ['an ordinary name', certificate],
    ['a name of twenty characters', { ...certificate, holderName: '阿布都热依木·买买提吐尔逊江·艾力大毛拉' }],
    ['a long Latin name', { ...certificate, holderName: 'Maximilian Alexander' }],
    ['the longest titles', { ...certificate, organiser: '天'.repeat(40), contestTitle: '质'.repeat(20), campaignName: '年'.repeat(20) }],
  ])('keeps all words on the sheet, with %s', (_, view) => {
    for (const drawn of draw(view)) {
      const [left, right] = edges(drawn);
      expect(left).toBeGreaterThanOrEqual(60);
      expect(right).toBeLessThanOrEqual(sheet.width - 60);
      expect(drawn.pixels).toBeGreaterThanOrEqual(13);
    }
  });

  it('keeps lines apart, however long the body is', () => {
    const drawn = draw({ ...certificate, organiser: '天'.repeat(40), contestTitle: '质'.repeat(20) }).sort((a, b) => a.y - b.y);
    for (const [index, { text, y, pixels }] of drawn.entries()) {
      const above = drawn[index - 1];
      if (above && text !== '书') expect(y - above.y).toBeGreaterThanOrEqual(pixels);
    }
    expect(drawn[drawn.length - 1]?.y).toBeLessThan(sheet.height - 60);
  });

  it('makes a long name smaller and leaves a short one large', () => {
    const pixels = (holderName: string) => draw({ ...certificate, holderName }).find(({ text }) => text === holderName)?.pixels ?? 0;
    expect(pixels('李明')).toBeGreaterThan(pixels('阿布都热依木·买买提吐尔逊江·艾力'));
  });

  it('breaks no number and puts no punctuation at the wrong end of a line', () => {
    const { brush } = recorder();
    const text = '在天津出入境检验检疫局举办的“质量月”知识竞赛中取得 96 分（满分 100 分），成绩合格，特发此证。';
    for (let width = 60; width < 400; width += 7) {
      const lines = brokenLines(brush, text, width);
      expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。）”]/);
        expect(line).not.toMatch(/[“（]$/);
      }
      for (const number of ['96 分', '100 分）']) expect(lines.some((line) => line.includes(number))).toBe(true);
    }
  });
});

describe('the certificate page', () => {
  it('says that there is none to be had yet', async () => {
    mine(null, false);
    render(<CertificatePage />);
    expect(await screen.findByText('还没有可以领取的证书')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '去看竞赛' }));
    expect(stage.opened).toEqual(['/contest/lobby/index']);
  });

  const nameField = () => screen.getByRole<HTMLInputElement>('textbox', { name: '证书上的姓名' });
  const typeName = (name: string) => fireEvent.input(nameField(), { target: { value: name } });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  it('asks for the name and issues it', async () => {
    mine(null);
    stage.answer('certificate.issue', ({ holderName }) => ok({ ...certificate, holderName }));
    render(<CertificatePage />);
    expect(await screen.findByText(/^用途：印在证书上/)).toBeTruthy();
    expect(nameField().value).toBe('李明');
    typeName('李小明');
    press('领取证书');
    expect((await screen.findByRole('img')).getAttribute('alt')).toMatch(/李小明.*96 分.*34679-ACDEF-GHJK/);
    expect(stage.sentTo('certificate.issue')).toMatchObject([{ input: { holderName: '李小明' } }]);
  });

  it('sends no name that cannot be one', async () => {
    mine(null);
    render(<CertificatePage />);
    await screen.findByRole('button', { name: '领取证书' });
    typeName('李');
    press('领取证书');
    expect((await screen.findByRole('alert')).textContent).toContain('证书上的姓名');
    expect(stage.sentTo('certificate.issue')).toEqual([]);
  });

  it('keeps the name when issuing failed, and says so', async () => {
    mine(null);
    render(<CertificatePage />);
    await screen.findByRole('button', { name: '领取证书' });
    press('领取证书');
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(nameField().value).toBe('李明');
  });

  it('saves the picture and copies what verifies it', async () => {
    mine(certificate);
    render(<CertificatePage />);
    await screen.findByRole('img');
    press('保存为图片');
    expect((await screen.findByRole('alert')).textContent).toContain('图片已开始下载');
    expect(downloads).toEqual(['“质量月”知识竞赛证书-李明.png']);
    press('复制编号');
    press('复制查验链接');
    await waitFor(() => {
      expect(stage.copied).toEqual(['34679-ACDEF-GHJK', `${window.location.origin}/#/contest/verify/index?code=34679ACDEFGHJK`]);
    });
    expect(stage.shared()?.path).toBe('/contest/verify/index?code=34679ACDEFGHJK');
  });

  it('corrects the name and draws it anew', async () => {
    mine(certificate);
    stage.answer('certificate.issue', ({ holderName }) => ok({ ...certificate, holderName }));
    render(<CertificatePage />);
    await screen.findByRole('img');
    press('更正姓名');
    typeName('李晓明');
    press('更正姓名');
    await waitFor(() => {
      expect(screen.getByRole('img').getAttribute('alt')).toContain('李晓明');
    });
  });

  it('says so where nothing can be drawn, and still shows the code', async () => {
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    mine(certificate);
    render(<CertificatePage />);
    expect(await screen.findByText(/这台设备没有画出证书图片/)).toBeTruthy();
    expect(screen.getByText('34679-ACDEF-GHJK')).toBeTruthy();
    expect(screen.getByRole('button', { name: '保存为图片' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows no picture of a certificate that is no longer valid', async () => {
    mine({ ...certificate, valid: false });
    render(<CertificatePage />);
    expect(await screen.findByText('证书已失效')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    press('看题目更正');
    expect(stage.opened).toEqual(['/contest/errata/index']);
  });

  it('says that it could not be read', async () => {
    stage.answer('certificate.mine', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    render(<CertificatePage />);
    expect((await screen.findByRole('alert')).textContent).toContain('服务暂时繁忙');
  });
});
