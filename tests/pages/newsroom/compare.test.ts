import { compareTexts, type Change } from '../../../src/newsroom/manuscript/compare/compare';

const drawn = ({ kind, pieces }: Change): string =>
  kind === 'changed'
    ? pieces.map((piece) => ({ same: piece.text, added: `+${piece.text}+`, removed: `-${piece.text}-` })[piece.kind]).join('')
    : `${{ same: '=', added: '+', removed: '-' }[kind]}${pieces.map(({ text }) => text).join('')}`;

describe('two versions of a text', () => {
  it.each([
    ['nothing changed', '甲\n\n乙', '甲\n\n乙', ['=甲', '=乙']],
    ['a paragraph came', '甲\n\n丙', '甲\n\n乙\n\n丙', ['=甲', '+乙', '=丙']],
    ['a paragraph went', '甲\n\n乙', '甲', ['=甲', '-乙']],
    ['words changed inside one', '活动于 9 月 4 日开始', '活动于 9 月 12 日开始', ['活动于 9 月 -4-+12+ 日开始']],
    ['one was written anew', '检验检疫局开展咨询', '欢迎广大企业报名', ['-检验检疫局开展咨询', '+欢迎广大企业报名']],
    ['everything was deleted', '甲', '', ['-甲']],
    ['it began', '', '甲', ['+甲']],
    ['a word in another script', '使用 AAA 级', '使用 AA 级', ['使用 -AAA-+AA+ 级']],
  ])('says that %s', (_, before, after, expected) => {
    expect(compareTexts(before, after).map(drawn)).toEqual(expected);
  });

  it('finds the paragraph that went though the next one changed as well', () => {
    expect(compareTexts('开头\n\n旧的一段话\n\n结尾在这里', '开头\n\n结尾在那里').map(drawn)).toEqual(['=开头', '-旧的一段话', '结尾在-这-+那+里']);
  });

  it('keeps every character of both texts', () => {
    const before = '第一段，两句话。\n\n第二段 ABC 123。\n\n第三段😀。';
    const after = '第一段，三句话。\n\n新的一段。\n\n第三段😀！';
    const changes = compareTexts(before, after);
    const side = (without: string) => changes.map(({ pieces }) => pieces.filter(({ kind }) => kind !== without).map(({ text }) => text).join('')).filter((text) => text !== '').join('\n\n');
    expect(side('added')).toBe(before);
    expect(side('removed')).toBe(after);
  });
});
