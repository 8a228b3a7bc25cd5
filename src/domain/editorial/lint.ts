import { claimFindings } from './claims';
import { dateFindings } from './dates';
import type { EditorialContext, EditorialField, EditorialText, Finding } from './finding';
import { linkFindings } from './links';
import { nameFindings } from './names';
import { numberFindings } from './numbers';
import { passagesOf } from './passage';
import { pictureFindings } from './pictures';
import { themeFindings } from './theme';
import { typographyFindings } from './typography';

const fields: readonly EditorialField[] = ['title', 'summary', 'tags', 'details.section', 'cover', 'place', 'happenedOn', 'body'];

/** Nobody reads more at once; what is left shows when these are mended. */
const MOST_FINDINGS = 200;

/**
 * What an official would be embarrassed by in a text that bears the office's name: what `must` be mended before it is
 * published first, then in the order in which one reads. What is missing (`missingIn`) and what cannot be shown at all, which
 * is told when the body is rendered, is not said again.
 */
export function lint(text: EditorialText, context: EditorialContext): readonly Finding[] {
  const passages = passagesOf(text);
  const findings = [
    ...nameFindings(passages, context),
    ...themeFindings(passages, context),
    ...numberFindings(passages),
    ...linkFindings(passages, text, context),
    ...pictureFindings(passages),
    ...dateFindings(passages, text, context),
    ...typographyFindings(passages),
    ...claimFindings(passages),
  ];
  return findings.sort(inOrder).slice(0, MOST_FINDINGS);
}

const inOrder = (a: Finding, b: Finding): number =>
  Number(a.severity === 'should') - Number(b.severity === 'should') || fields.indexOf(a.field) - fields.indexOf(b.field) || (a.line ?? 0) - (b.line ?? 0);
