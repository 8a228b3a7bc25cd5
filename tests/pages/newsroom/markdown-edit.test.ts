import { applyTool, edited, insertPicture, type Selected, type Tool } from '../../../src/newsroom/manuscript/text/markdown-edit';

/** A text whose selection stands between ‹ and ›. */
function selected(marked: string): Selected {
  const start = marked.indexOf('‹');
  return { text: marked.replace(/[‹›]/g, ''), start, end: marked.indexOf('›') - 1 };
}

function after(marked: string, edit: (selected: Selected) => ReturnType<typeof applyTool>): string {
  const before = selected(marked);
  const made = edit(before);
  const text = edited(before, made);
  return `${text.slice(0, made.start)}‹${text.slice(made.start, made.end)}›${text.slice(made.end)}`;
}

describe('a tool above the text', () => {
  it.each<[Tool, string, string]>([
    ['heading', '活‹›动内容', '## 活动内容‹›'],
    ['heading', '## 活‹›动内容', '活动内容‹›'],
    ['heading', '- 活‹›动内容', '## 活动内容‹›'],
    ['list', '前言\n‹咨询\n宣讲›\n后记', '前言\n‹- 咨询\n- 宣讲›\n后记'],
    ['list', '‹- 咨询\n- 宣讲›', '‹咨询\n宣讲›'],
    ['list', '‹1. 咨询\n\n2. 宣讲›', '‹- 咨询\n\n- 宣讲›'],
    ['quote', '‹›', '> ‹›'],
    ['strong', '提升‹质量›安全', '提升**‹质量›**安全'],
    ['strong', '提升**‹质量›**安全', '提升‹质量›安全'],
    ['strong', '‹›', '**‹加粗的文字›**'],
    ['link', '见‹通知›。', '见[通知](‹https://›)。'],
    ['table', '前言‹›\n后记', '前言\n\n| ‹项目› | 内容 |\n| --- | --- |\n|  |  |\n\n后记'],
    ['table', '‹›', '| ‹项目› | 内容 |\n| --- | --- |\n|  |  |\n\n'],
  ])('%s makes of %j %j', (tool, before, expected) => {
    expect(after(before, (text) => applyTool(tool, text))).toBe(expected);
  });

  it('leaves a picture in a paragraph of its own, its words ready to be mended', () => {
    expect(after('第一段‹›\n\n第二段', (text) => insertPicture(text, { alt: '咨询台[近景]', address: 'picture:1' }))).toBe('第一段\n\n![‹咨询台 近景›](picture:1)\n\n第二段');
  });
});
