import * as v from 'valibot';
import { fieldLimits, isPersonalType, isStandardField, standardFields, type FieldType, type RequestField } from '../../../src/domain/request/field';
import { count, id, some, words } from './schema-parts';

// requests/*.yaml: one kind of request each. The declaration draws the form, checks what is filled in on both sides,
// says who answers within which days, and how long personal data stay.

const fieldId = v.pipe(
  v.string('expected the id of a field in camelCase, such as firmName'),
  v.regex(/^[a-z][A-Za-z0-9]{0,29}$/, 'expected the id of a field in camelCase, such as firmName'),
);

const ownType = v.picklist(['text', 'long-text', 'choice', 'choices', 'date', 'number'], 'expected text, long-text, choice, choices, date or number');

const choice = v.strictObject({ id, name: words(30), summary: v.optional(words(60)) });

const fieldWords = { label: words(20), help: words(120), purpose: words(60) } as const;

const limit = count(0, 1_000_000);

const replyPurpose = v.picklist(['accept', 'return', 'decline', 'conclude', 'message'], 'expected accept, return, decline, conclude or message');

const reply = v.strictObject({ id, purpose: replyPurpose, title: words(20), text: words(300) });

const attachments = v.strictObject({ most: count(1, 9), ...fieldWords });

const kindWords = {
  id,
  /** Its place in the directory, from the first. */
  order: count(1, 99),
  title: words(20),
  summary: words(60),
  introduction: words(300),
  receiptPrefix: v.pipe(v.string('expected two capital letters'), v.regex(/^[A-Z]{2}$/, 'expected two capital letters')),
  /** Working days until the office's answer, and from there until the conclusion. */
  answerWithin: count(1, 60),
  concludeWithin: count(1, 250),
  consent: words(300),
  retention: words(100),
  retentionDays: count(1, 3650),
  // Filing comes first and the office's answer second; what follows once it has accepted comes after.
  whatHappensNext: some(words(60), { min: 3, max: 8 }),
} as const;

export const requestKindFile = v.strictObject({
  ...kindWords,
  activity: id,
  /** `area`: the office of the area that is filled in. */
  answeredBy: id,
  visits: v.optional(v.boolean('expected true or false'), false),
  anonymous: v.optional(v.boolean('expected true or false'), false),
  fields: some(
    v.strictObject({
      id: fieldId,
      /** Of a field of the kind's own; the standard ones have theirs. */
      type: v.optional(ownType),
      ...fieldWords,
      optional: v.optional(v.boolean('expected true or false'), false),
      personal: v.optional(v.boolean('expected true or false'), false),
      min: v.optional(limit),
      max: v.optional(limit),
      choices: v.optional(some(choice, { min: 2, max: 40 })),
    }),
    { max: 20 },
  ),
  attachments: v.optional(attachments),
  notices: v.optional(some(words(150), { max: 6 }), []),
  replies: v.optional(some(reply, { max: 20 }), []),
});

type FieldFile = v.InferOutput<typeof requestKindFile>['fields'][number];

const fieldTypes = Object.keys(fieldLimits) as [FieldType, ...FieldType[]];

/** As it is kept in `campaign.document`: every default filled in, every office resolved. */
export const requestKind = v.strictObject({
  ...kindWords,
  activityId: id,
  /** Null: the office of the area. */
  officeId: v.nullable(id),
  visits: v.boolean(),
  anonymous: v.boolean(),
  fields: v.array(
    v.strictObject({
      id: fieldId,
      type: v.picklist(fieldTypes),
      ...fieldWords,
      optional: v.boolean(),
      personal: v.boolean(),
      min: limit,
      max: limit,
      choices: v.array(v.strictObject({ id, name: words(30), summary: v.nullable(words(60)) })),
    }),
  ),
  attachments: v.nullable(attachments),
  notices: v.array(words(150)),
  replies: v.array(reply),
});

/** What a field file says, with everything it leaves out; null when its type is missing. */
export function fieldOf({ id: fieldName, type, choices = [], min, max, personal, ...rest }: FieldFile): RequestField | null {
  const known = isStandardField(fieldName) ? standardFields[fieldName] : type;
  if (known === undefined) return null;
  const limits = fieldLimits[known];
  return {
    ...rest,
    id: fieldName,
    type: known,
    personal: personal || isPersonalType(known),
    min: min ?? limits.min,
    max: max ?? limits.max,
    choices: choices.map(({ summary, ...words_ }) => ({ ...words_, summary: summary ?? null })),
  };
}

/** What is wrong with a field in itself, each with the key it is about. */
export function fieldProblems(file: FieldFile): { at: string; problem: string }[] {
  const field = fieldOf(file);
  if (!field) return [{ at: 'type', problem: `expected a type, because ${file.id} is not one of ${Object.keys(standardFields).join(', ')}` }];
  const problems: { at: string; problem: string }[] = [];
  const add = (wrong: boolean, at: string, problem: string) => {
    if (wrong) problems.push({ at, problem });
  };
  add(isStandardField(file.id) && file.type !== undefined, 'type', `expected no type, because ${file.id} has one of its own`);
  const needsChoices = ['subject', 'choice', 'choices'].includes(field.type);
  add(needsChoices && field.choices.length === 0, 'choices', `expected choices, because ${field.type} is chosen from a list`);
  add(!needsChoices && field.choices.length > 0, 'choices', `expected no choices, because ${field.type} is not chosen from a list`);
  add(field.min > field.max, 'max', `expected at least min, ${field.min}`);
  const { max } = fieldLimits[field.type];
  add(['text', 'long-text', 'need', 'firm-name', 'contact-name'].includes(field.type) && field.max > 2000, 'max', 'expected at most 2000 characters');
  add(field.type === 'dates' && field.max > 10, 'max', `expected at most 10 dates, usually ${max}`);
  return problems;
}
