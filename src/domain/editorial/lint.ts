import { claimFindings } from './claims';
import { dateFindings } from './dates';
import type { EditorialContext, EditorialField, EditorialText, Finding } from './finding';
import { linkFindings } from './links';
import { nameFindings } from './names';
import { numberFindings } from './numbers';
import { passagesOf } from './passage';
import { themeFindings } from './theme';
import { typographyFindings } from './typography';

const fields: readonly EditorialField[] = ['title', 'summary', 'tags', 'details.section', 'cover', 'place', 'happenedOn', 'body'];

/** Nobody reads more at once; what is left shows when these are mended. */
const MOST_FINDINGS = 200;

const WORD = /[\p{L}\p{N}]/u;

const titleFindings = (title: string): Finding[] =>
  WORD.test(title) ? [] : [{ rule: 'title-words', severity: 'must', field: 'title', excerpt: title, message: '标题里没有文字，请写明这篇内容说的是什么。', suggestion: null }];

/**
 * What an official would be embarrassed by in a text that bears the office's name: what `must` be mended before it is
 * published first, then in the order in which one reads. What cannot be shown at all is told when the body is rendered.
 */
export function lint(text: EditorialText, context: EditorialContext): readonly Finding[] {
  const passages = passagesOf(text);
  const findings = [
    ...titleFindings(text.title),
    ...nameFindings(passages, context),
    ...themeFindings(passages, context),
    ...numberFindings(passages),
    ...linkFindings(passages, text, context),
    ...dateFindings(passages, text, context),
    ...typographyFindings(passages),
    ...claimFindings(passages),
  ];
  return findings.sort(inOrder).slice(0, MOST_FINDINGS);
}

const inOrder = (a: Finding, b: Finding): number =>
  Number(a.severity === 'should') - Number(b.severity === 'should') || fields.indexOf(a.field) - fields.indexOf(b.field) || (a.line ?? 0) - (b.line ?? 0);
