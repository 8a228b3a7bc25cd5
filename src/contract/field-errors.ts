import * as v from 'valibot';
import type { FieldErrors } from './errors';

/** The first thing wrong with each field, by its name. */
export function fieldErrorsOf(issues: readonly v.BaseIssue<unknown>[]): FieldErrors {
  const found: Record<string, string> = {};
  for (const issue of issues) found[v.getDotPath(issue) ?? ''] ??= issue.message;
  return found;
}
