import { contentLimits } from '../../src/contract/newsroom/content';
import { limits } from './limits';
import type { BodyProblem, ProblemCode } from './problem';

const words: Readonly<Record<ProblemCode, (found: string) => string>> = {
  'too-long': () => `正文太长了，最多 ${limits.characters.toLocaleString('en')} 个字。请分成几篇来写。`,
  invisible: (found) => `这里有一个看不见的特殊字符（${found}），可能是从别处复制来的。请删去这几个字，重新输入。`,
  empty: () => '正文还没有内容，请至少写一段。',
  html: (found) => `正文里不能写网页代码（${found}）。请删去尖括号和里面的内容，只留文字。`,
  emphasis: () => '手机上不用斜体。想突出的文字，请用两个星号：**文字**。',
  'strike-through': () => '正文里不用删除线。不要的文字请直接删去。',
  code: () => '正文里不能用反引号（`），请删去，只留文字。',
  'indented-code': () => '这一行前面的空格太多，会被当成代码。请删去行首的空格。',
  rule: () => '正文里不用分隔线。要分开两部分，请用 ## 小标题。',
  'forced-break': () => '段落里不用强制换行。请删去行末的空格或反斜线；另起一段时，中间空一行。',
  'heading-level': (found) => `小标题请用 ## 或 ###，这里是 ${found}。文章的大标题写在“标题”一栏。`,
  'empty-heading': () => '这个小标题没有文字，请写上文字或删去这一行。',
  'list-start': () => '编号列表请从 1 开始。',
  'list-too-deep': () => '列表最多分两层，再深在手机上看不清。请把更深的一层提上来，或改成段落。',
  'list-content': () => '列表的每一项只能有一段文字，下面可以再带一层列表。请把其他内容移到列表外面。',
  'list-empty-item': () => '列表里有一项没有文字，请写上文字或删去这一行。',
  'quote-content': () => '引用里只能有段落。请把列表、标题、表格等移到引用外面，也不要在引用里再引用。',
  link: (found) => `这个链接不能用：${found}。请用本小程序的页面（如 /pages/article/index?id=…）或以 https:// 开头的完整网址。`,
  'link-empty': () => '这个链接没有文字，请在方括号里写上点了会看到什么。',
  'picture-in-text': () => '图片要自己占一段。请在图片的前后各空一行。',
  'picture-address': (found) => `图片请从图片库里选，这里写的是 ${found}。`,
  'picture-unknown': () => '图片库里没有这张图片，可能已经删除。请重新选一张。',
  'picture-alt-missing': () => '图片缺少文字说明。请在方括号里写一句话，告诉看不见图片的人上面有什么。',
  'picture-alt-long': () => `图片的文字说明最多 ${contentLimits.alt} 个字，请写得简短些，细节写进正文。`,
  'table-columns': (found) => `表格有 ${found} 列，最多 ${limits.columns} 列，再宽在手机上看不了。请拆成几张表。`,
  'table-rows': (found) => `表格有 ${found} 行，最多 ${limits.rows} 行。请拆成几张表。`,
  'table-empty': () => '表格只有表头，请至少写一行内容，或删去表格。',
  other: (found) => `正文里有不能显示的内容${found === '' ? '' : `（${found}）`}。可以用段落、## 小标题、列表、引用、**加粗**、链接、图片和表格。`,
};

/** What is wrong and how to mend it, for an editor. */
export const problemWords = ({ code, found }: BodyProblem): string => words[code](found);
