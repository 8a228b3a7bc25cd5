import * as v from 'valibot';
import { creditCodeDoubt } from '../../contract/credit-code-doubt';
import type { FieldErrors } from '../../contract/errors';
import { requestFields, type RequestField } from '../../contract/request';
import type { FormValues } from '../../platform/draft';

/** The order in which the form asks, and so in which mistakes are shown. */
export const fieldOrder: readonly RequestField[] = [
  'subjectId',
  'need',
  'areaId',
  'preferredDates',
  'firmName',
  'creditCode',
  'contactName',
  'phone',
];

/** What is wrong with one field, by the schema that the server uses; null when nothing is. */
export function fieldMistake(field: RequestField, values: FormValues): string | null {
  const result = v.safeParse(requestFields[field], values[field]);
  return result.success ? null : result.issues[0].message;
}

/** Every mistake, by field; empty when the form may be sent. */
export function mistakes(values: FormValues): FieldErrors {
  const found: Record<string, string> = {};
  for (const field of fieldOrder) {
    const mistake = fieldMistake(field, values);
    if (mistake !== null) found[field] = mistake;
  }
  if (!found.creditCode && creditCodeDoubt(values.creditCode) !== null && !values.creditCodeConfirmed) {
    found.creditCode = '请核对统一社会信用代码，确认无误后勾选。';
  }
  return found;
}
