import * as v from 'valibot';
import { emptyValue, isEmpty, type FieldValue, type FieldValues, type RequestField } from '../../domain/request/field';
import { creditCode } from '../credit-code';
import { creditCodeDoubt } from '../credit-code-doubt';
import type { FieldErrors } from '../errors';
import { calendarDate, text } from '../fields';
import { phone } from '../phone';

// What a form may hold is content, so its schema is made from the declaration, by the form field by field and by the
// server for the whole. The contract itself only bounds the size.

const FIELDS_AT_MOST = 30;
const fieldId = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,29}$/, '没有这一项。'));
const fieldValue = v.union([v.pipe(v.string(), v.maxLength(20_000, '内容过长，请精简。')), v.pipe(v.array(v.pipe(v.string(), v.maxLength(80, '这一项不正确。'))), v.maxLength(60, '选得过多，请减少。'))], '这一项不正确。');

/** Values by field id, before the kind's declaration has been looked at. */
export const fieldValues: v.GenericSchema<FieldValues, FieldValues> = v.pipe(
  v.record(fieldId, fieldValue, '请填写表单。'),
  v.check((values) => Object.keys(values).length <= FIELDS_AT_MOST, '表单的内容过多，请更新到最新版本后重试。'),
);

const oneOf = (label: string, ids: readonly string[]) => v.picklist(ids, `请从列出的选项里选择${label}。`);

const severalOf = ({ label, min, max }: RequestField, item: v.GenericSchema<unknown, string>) =>
  v.pipe(
    v.array(item, `请选择${label}。`),
    v.minLength(min, min === 1 ? `请至少选择一个${label}。` : `${label}至少选 ${min} 个。`),
    v.maxLength(max, `${label}最多选 ${max} 个。`),
    v.check((items) => new Set(items).size === items.length, `${label}有重复，请改选。`),
    v.transform((items) => [...items].sort()),
  );

const wholeNumber = ({ label, min, max }: RequestField) =>
  v.pipe(
    v.string(`请填写${label}。`),
    v.transform((value) => value.normalize('NFKC').trim()),
    v.regex(/^\d{1,9}$/, `${label}请填写整数。`),
    v.check((value) => Number(value) >= min && Number(value) <= max, `${label}请填写 ${min} 到 ${max} 之间的整数。`),
    v.transform((value) => String(Number(value))),
  );

/** What may be chosen besides what the declaration says itself. */
export interface Offered {
  readonly areaIds: readonly string[];
  /** Working days, `YYYY-MM-DD`. */
  readonly dates: readonly string[];
}

/** The schema of one field that is not empty; its output is normalised. */
export function fieldSchema(field: RequestField, { areaIds, dates }: Offered): v.GenericSchema<unknown, FieldValue> {
  const { type, label, min, max, choices } = field;
  const choiceIds = choices.map(({ id }) => id);
  switch (type) {
    case 'firm-name':
    case 'contact-name':
    case 'text':
      return text(label, { min, max });
    case 'need':
    case 'long-text':
      return text(label, { min, max, lines: 'many' });
    case 'credit-code':
      return creditCode;
    case 'phone':
      return phone;
    case 'area':
      return oneOf(label, areaIds);
    case 'subject':
    case 'choice':
      return oneOf(label, choiceIds);
    case 'choices':
      return severalOf(field, oneOf(label, choiceIds));
    case 'dates':
      return severalOf(field, v.pipe(calendarDate(label), v.check((date) => dates.includes(date), `${label}里有不能选的日子，请从列出的工作日里选择。`)));
    case 'date':
      return calendarDate(label);
    case 'number':
      return wholeNumber(field);
  }
}

/** What is wrong with one field; null when nothing is. */
export function fieldMistake(field: RequestField, value: FieldValue | undefined, offered: Offered): string | null {
  if (field.optional && isEmpty(value)) return null;
  const result = v.safeParse(fieldSchema(field, offered), value ?? emptyValue(field));
  return result.success ? null : result.issues[0].message;
}

export interface FilledIn {
  readonly values: FieldValues;
  /** True once the person has said that a code with a wrong check digit is what the licence shows. */
  readonly creditCodeConfirmed: boolean;
  /** Only where the kind allows it: what says who the person is may be left out. */
  readonly anonymous: boolean;
}

/** The fields that this request asks, with what anonymity leaves open. */
const asked = (fields: readonly RequestField[], anonymous: boolean): readonly RequestField[] =>
  fields.map((field) => (anonymous && field.personal ? { ...field, optional: true } : field));

/** Every mistake, by field id and in the form's order; empty when the form may be sent. */
export function formMistakes(fields: readonly RequestField[], { values, creditCodeConfirmed, anonymous }: FilledIn, offered: Offered): FieldErrors {
  const found: Record<string, string> = {};
  for (const field of asked(fields, anonymous)) {
    const mistake = fieldMistake(field, values[field.id], offered) ?? doubt(field, values[field.id], creditCodeConfirmed);
    if (mistake !== null) found[field.id] = mistake;
  }
  for (const id of Object.keys(values)) if (!fields.some((field) => field.id === id)) found[id] = '这张表里没有这一项，请更新到最新版本后重试。';
  return found;
}

const doubt = ({ type }: RequestField, value: FieldValue | undefined, confirmed: boolean): string | null =>
  type === 'credit-code' && typeof value === 'string' && value !== '' && !confirmed ? creditCodeDoubt(value) : null;

/** The values as they are kept: normalised, those of fields left empty missing. Only of a form without mistakes. */
export function normalisedValues(fields: readonly RequestField[], values: FieldValues, offered: Offered): FieldValues {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.id];
      return value === undefined || isEmpty(value) ? [] : [[field.id, v.parse(fieldSchema(field, offered), value)]];
    }),
  );
}
