import { checkCreditCode, likelyTypos, normaliseCreditCode } from '../domain/credit-code';

/** Where to look first, if exactly one place suggests itself. */
function firstLook(code: string): string {
  const [typo, ...others] = likelyTypos(code);
  if (!typo || others.length > 0) return '';
  const place = typo.kind === 'swap' ? `第 ${typo.position}、${typo.position + 1} 位是否写反` : `第 ${typo.position} 位`;
  return `，可以先核对${place}`;
}

/** What is wrong with a code that is well formed but whose check digit does not fit; null for any other. */
function mismatch(text: string): string | null {
  const code = normaliseCreditCode(text);
  const check = checkCreditCode(code);
  if (check.result !== 'doubtful') return null;
  return `校验码对不上：按前 17 位计算，最后一位应为 ${check.expected}，现在是 ${check.found}。多半是有一位写错了${firstLook(code)}。`;
}

/**
 * What form and server say about a doubtful code; null for any other. It warns and does not forbid: the person may
 * confirm that the licence says so.
 */
export function creditCodeDoubt(text: string): string | null {
  const said = mismatch(text);
  return said && `${said}请对照营业执照核对；如果执照上就是这样写的，请确认后继续提交。`;
}

/** The same where nobody is asked to confirm, and a doubtful code is refused. */
export function creditCodeMistake(text: string): string | null {
  const said = mismatch(text);
  return said && `${said}请对照营业执照核对后重新填写。`;
}
