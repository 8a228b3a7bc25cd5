import fc from 'fast-check';
import { pictureIdsIn, type PictureLookup } from '../../../server/article/picture-reference';
import type { ProblemCode } from '../../../server/article/problem';
import { problemWords } from '../../../server/article/problem-words';
import { renderArticle } from '../../../server/article/render-article';
import type { Block, Span } from '../../../src/contract/article';
import { linkKind } from '../../../src/domain/editorial/link';

const KNOWN = 'picture:0a1b2c3d-0000-4000-8000-000000000001';
const pictures: PictureLookup = (reference) => ([KNOWN, 'media:hall.jpg'].includes(reference) ? { width: 1200, height: 800 } : null);
const render = (text: string) => renderArticle(text, pictures);
const codesOf = (text: string): [number, ProblemCode][] => render(text).problems.map(({ line, code }) => [line, code]);

const spansOf = (block: Block): readonly Span[] => {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'table':
      return [block.header, ...block.rows].flat(2);
    case 'picture':
      return [];
    case 'heading':
    case 'paragraph':
    case 'quote':
      return block.spans;
  }
};

describe('what an article may be made of', () => {
  const text = (words: string): readonly Span[] => [{ text: words }];
  test.each<[string, string, readonly Block[]]>([
    ['headings of two levels', '## 一\n\n### 二', [{ kind: 'heading', level: 2, spans: text('一') }, { kind: 'heading', level: 3, spans: text('二') }]],
    ['a paragraph over several lines', '质量\n月 and\nmore', [{ kind: 'paragraph', spans: text('质量月 and more') }]],
    ['quotes', '> 甲\n>\n> 乙', [{ kind: 'quote', spans: text('甲') }, { kind: 'quote', spans: text('乙') }]],
    ['strong text', '要**紧**的', [{ kind: 'paragraph', spans: [{ text: '要' }, { text: '紧', strong: true }, { text: '的' }] }]],
    ['a link to a page', '见[活动](/pages/activities/index?line=brand&number=20)', [{ kind: 'paragraph', spans: [{ text: '见' }, { text: '活动', link: '/pages/activities/index?line=brand&number=20' }] }]],
    ['a link to a site', '[官网](https://www.example.gov.cn/a?b=1#c)', [{ kind: 'paragraph', spans: [{ text: '官网', link: 'https://www.example.gov.cn/a?b=1#c' }] }]],
    ['a link in part strong', '[看**这里**](https://a.cn)', [{ kind: 'paragraph', spans: [{ text: '看', link: 'https://a.cn' }, { text: '这里', strong: true, link: 'https://a.cn' }] }]],
    ['two links side by side', '[甲](https://a.cn)[乙](https://a.cn)', [{ kind: 'paragraph', spans: [{ text: '甲', link: 'https://a.cn' }, { text: '乙', link: 'https://a.cn' }] }]],
    ['an address as a link', '<https://a.cn/b>', [{ kind: 'paragraph', spans: [{ text: 'https://a.cn/b', link: 'https://a.cn/b' }] }]],
    ['a link by reference', '[甲][1]\n\n[1]: https://a.cn', [{ kind: 'paragraph', spans: [{ text: '甲', link: 'https://a.cn' }] }]],
    [
      'a list in a list, whose numbers go on behind it',
      '1. 甲\n   - 子\n2. 乙',
      [
        { kind: 'list', ordered: true, items: [text('甲')] },
        { kind: 'list', ordered: false, inner: true, items: [text('子')] },
        { kind: 'list', ordered: true, start: 2, items: [text('乙')] },
      ],
    ],
    ['a table', '| 项 | 数 |\n|---|---|\n| 类 | **4** |', [{ kind: 'table', header: [text('项'), text('数')], rows: [[text('类'), [{ text: '4', strong: true }]]] }]],
    ['a picture of the library', `![大厅](${KNOWN})`, [{ kind: 'picture', url: KNOWN, full: KNOWN, alt: '大厅', width: 1200, height: 800 }]],
    ['a picture of the campaign', '![大厅](media:hall.jpg)', [{ kind: 'picture', url: 'media:hall.jpg', full: 'media:hall.jpg', alt: '大厅', width: 1200, height: 800 }]],
    ['what only looks like a tag', '误差 <5 毫米，且 a<b', [{ kind: 'paragraph', spans: text('误差 <5 毫米，且 a<b') }]],
  ])('%s', (_, markdown, blocks) => {
    expect(render(markdown)).toEqual({ blocks, problems: [] });
  });

  test('what is right is shown beside what is wrong', () => {
    const { blocks, problems } = render('甲\n\n---\n\n乙[丙](ftp://a.cn)');
    expect(blocks).toEqual([
      { kind: 'paragraph', spans: text('甲') },
      { kind: 'paragraph', spans: [{ text: '乙' }, { text: '丙' }] },
    ]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'rule'],
      [5, 'link'],
    ]);
  });
});

describe('what an article may not have', () => {
  test.each<[string, [number, ProblemCode][]]>([
    ['', [[1, 'empty']]],
    ['# 大标题', [[1, 'heading-level']]],
    ['#### 四级', [[1, 'heading-level']]],
    ['##', [[1, 'empty-heading']]],
    ['甲\n\n*斜*', [[3, 'emphasis']]],
    ['~~删~~', [[1, 'strike-through']]],
    ['甲`乙`', [[1, 'code']]],
    ['```\n甲\n```', [[1, 'code']]],
    ['    甲', [[1, 'indented-code']]],
    ['甲  \n乙*丙*', [[1, 'forced-break'], [2, 'emphasis']]],
    ['3. 甲', [[1, 'list-start']]],
    ['- 甲\n  - 乙\n    - 丙', [[3, 'list-too-deep']]],
    ['- 甲\n\n  乙', [[3, 'list-content']]],
    ['- 甲\n-\n- 乙', [[2, 'list-empty-item']]],
    ['> - 甲', [[1, 'quote-content']]],
    ['> > 甲', [[1, 'quote-content']]],
    ['[](https://a.cn)', [[1, 'link-empty']]],
    [`前![图](${KNOWN})后`, [[1, 'picture-in-text']]],
    [`![](${KNOWN})`, [[1, 'picture-alt-missing']]],
    [`![${'图'.repeat(101)}](${KNOWN})`, [[1, 'picture-alt-long']]],
    ['![图](picture:0a1b2c3d-0000-4000-8000-000000000009)', [[1, 'picture-unknown']]],
    ['![图](https://a.cn/a.png)', [[1, 'picture-address']]],
    [`|${'甲|'.repeat(500)}\n|${'-|'.repeat(500)}\n|乙|`, [[1, 'table-columns']]],
    [`|甲|\n|-|\n${'|乙|\n'.repeat(61)}`, [[1, 'table-rows']]],
    ['|甲|\n|-|', [[1, 'table-empty']]],
    ['|甲|\n|-|\n|乙|\n|[丙](http://a.cn)|', [[4, 'link']]],
    ['字'.repeat(50_001), [[1, 'too-long']]],
  ])('%j', (markdown, problems) => {
    expect(codesOf(markdown)).toEqual(problems);
  });

  test('an article of 50,000 emoji is as long as it may be', () => {
    expect(codesOf('🧪'.repeat(50_000))).toEqual([]);
    expect(codesOf('🧪'.repeat(50_001))).toEqual([[1, 'too-long']]);
  });

  test('each is explained in words', () => {
    expect(problemWords({ line: 1, code: 'table-columns', found: '500' })).toBe('表格有 500 列，最多 8 列，再宽在手机上看不了。请拆成几张表。');
    expect(problemWords({ line: 1, code: 'too-long', found: '' })).toMatch(/最多 50,000 个字/);
  });
});

describe('a hostile document', () => {
  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</script>',
    '<style>*{display:none}</style>',
    '<div style="position:fixed">甲</div>',
    '<img src=x onerror=alert(1)>',
    '<img src=x onerror=alert(1)//',
    '<svg/onload=alert(1)>',
    '<svg onload=alert(1)',
    '<iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">甲</a>',
    '<!-- 甲 -->',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '\\<script>alert(1)\\</script>',
    '甲<b onclick="x()">乙</b>',
    '<math><mi xlink:href="data:x,y">',
  ])('brings no markup: %j', (markdown) => {
    expect(codesOf(markdown).map(([, code]) => code)).toContain('html');
    expect(JSON.stringify(render(markdown).blocks)).not.toMatch(/<\/?[a-z!]/i);
  });

  test.each([
    '[甲](javascript:alert(1))',
    '[甲](JaVaScRiPt:alert(1))',
    '[甲](&#106;avascript:alert(1))',
    '[甲](javascript&colon;alert(1))',
    '[甲](<java\tscript:alert(1)>)',
    '[甲](%6aavascript:alert(1))',
    '[甲](< javascript:alert(1)>)',
    '[甲](vbscript:msgbox(1))',
    '[甲](data:text/html;base64,PHNjcmlwdD4=)',
    '[甲](DATA:text/html,x)',
    '[甲](file:///etc/passwd)',
    '[甲](http://a.cn)',
    '[甲](//a.cn)',
    '[甲](\\\\a.cn)',
    '[甲](mailto:a@b.cn)',
    '[甲](a/b)',
    '[甲](#a)',
    '[甲](?a)',
    '[甲]()',
    '[甲](https://)',
    '[甲](https:a.cn)',
    '[甲](https:/a.cn)',
    '[甲](https://known.gov.cn@evil.example)',
    '[甲](https://a:b@evil.example)',
    '[甲](https://a.cn\\@evil.example)',
    '[甲](https://localhost/)',
    '[甲](https://127.0.0.1/)',
    `[甲](https://a.cn/${'x'.repeat(500)})`,
    '[甲](/officer/inbox/index)',
    '[甲](/newsroom/manuscripts/index)',
    '[甲](/pages/../officer/inbox/index)',
    '[甲](/pages/article/index?id=x#y)',
    '[甲](/pages/article)',
    '[甲](//pages/article/index)',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    '<a@b.cn>',
    '[甲][1]\n\n[1]: javascript:alert(1)',
    '[甲]\n\n[甲]: data:text/html,x',
  ])('brings no such link: %j', (markdown) => {
    const { blocks, problems } = render(markdown);
    expect(problems.map(({ code }) => code)).toEqual(['link']);
    expect(blocks.flatMap(spansOf).filter(({ link }) => link !== undefined)).toEqual([]);
  });

  test.each(['[甲](java\nscript:alert(1))', '[甲](<java\nscript:alert(1)>)', '[甲](java script:alert(1))'])('is text where it is no link: %j', (markdown) => {
    expect(render(markdown).blocks.flatMap(spansOf).filter(({ link }) => link !== undefined)).toEqual([]);
  });

  test.each([
    '![甲](data:image/svg+xml;base64,PHN2Zz4=)',
    '![甲](data:image/png;base64,iVBORw0KGgo=)',
    '![甲](javascript:alert(1))',
    '![甲](https://evil.example/pixel.png)',
    '![甲](media:../secret.jpg)',
    '![甲](media:hall.svg)',
    '![甲](picture:*)',
    '![甲](PICTURE:0a1b2c3d-0000-4000-8000-000000000001)',
    '![甲][1]\n\n[1]: data:image/png;base64,iVBORw0KGgo=',
  ])('brings no picture from elsewhere: %j', (markdown) => {
    expect(render(markdown)).toMatchObject({ blocks: [], problems: [{ code: 'picture-address' }] });
  });

  test.each([
    ['a reversed ending', '甲\n\n见 \u202egpj.exe', 3, 'U+202E'],
    ['an isolate', '甲\u2066乙\u2069', 1, 'U+2066'],
    ['a mark of direction', '甲\u200f', 1, 'U+200F'],
    ['a zero-width space', '1\u200b5 日', 1, 'U+200B'],
    ['a byte order mark', '\ufeff甲', 1, 'U+FEFF'],
    ['a null', '甲\u0000乙', 1, 'U+0000'],
    ['a tag character', '甲\u{e0041}', 1, 'U+E0041'],
    ['half an emoji', '甲\r\n乙\ud83e', 2, 'U+D83E'],
  ])('hides nothing: %s', (_, markdown, line, found) => {
    expect(render(markdown)).toEqual({ blocks: [], problems: [{ line, code: 'invisible', found }] });
  });

  test.each(['>', '[', '*', '**', '![', '_', '`', '<', '<a', '<!--', '- ', '1. ', '> - ', '&', '\\', '[a](', '|', '|a', '~', '(', '***a', '**a *b ', '[](', '[a]: b\n', '  - a\n'])(
    'of nothing but %j ends, however long it is',
    (piece) => {
      for (const length of [50_000, 100_000, 5_000_000]) {
        const { blocks, problems } = render(piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
        expect(blocks.length + problems.length).toBeGreaterThan(0);
        if (length > 50_000) expect(problems).toEqual([{ line: 1, code: 'too-long', found: '' }]);
      }
    },
  );

  test('is not answered with more than a hundred problems', () => {
    expect(render('*甲*\n\n'.repeat(5000)).problems).toHaveLength(100);
  });

  const pieces = ['[甲]', '(', ')', 'javascript:', 'https://a.cn', '/pages/article/index', '<', '>', '![', ']', KNOWN, '*', '**', '`', '\n', '\n\n', '- ', '1. ', '> ', '## ', '|', '|-|', '&#106;', '\\', '  ', 'data:', ':', '[1]: ', '甲', 'a', '\u202e', '"'];
  test('ends with blocks or problems, and no link that is not allowed, whatever it says', () => {
    const some = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')));
    fc.assert(
      fc.property(some, (markdown) => {
        const { blocks, problems } = render(markdown);
        expect(blocks.length + problems.length).toBeGreaterThan(0);
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(markdown.split(/\r\n?|\n/).length);
        for (const { link } of blocks.flatMap(spansOf)) if (link !== undefined) expect(linkKind(link)).not.toBeNull();
        for (const block of blocks) if (block.kind === 'picture') expect([KNOWN]).toContain(block.url);
      }),
      { numRuns: 2000 },
    );
  });
});

test('the pictures that a text names are known before it is rendered', () => {
  expect(pictureIdsIn(`![a](${KNOWN})\n\n![b](${KNOWN})\n\n![c](media:hall.jpg) picture:0a1b2c3d-0000-4000-8000-0000000000012`)).toEqual([KNOWN.slice('picture:'.length)]);
});
