/**
 * A field of a request form. The first eight are the same in every kind, have an id of their own and a column in the
 * database, because lists, the look-up and the visit plan read them; the others are the kind's own.
 */
export type StandardFieldType = 'firm-name' | 'credit-code' | 'contact-name' | 'phone' | 'area' | 'subject' | 'need' | 'dates';
export type OwnFieldType = 'text' | 'long-text' | 'choice' | 'choices' | 'date' | 'number';
export type FieldType = StandardFieldType | OwnFieldType;

export const standardFields = {
  firmName: 'firm-name',
  creditCode: 'credit-code',
  contactName: 'contact-name',
  phone: 'phone',
  areaId: 'area',
  subjectId: 'subject',
  need: 'need',
  preferredDates: 'dates',
} as const satisfies Record<string, StandardFieldType>;

export type StandardFieldId = keyof typeof standardFields;

export const isStandardField = (id: string): id is StandardFieldId => Object.hasOwn(standardFields, id);

export interface FieldChoice {
  readonly id: string;
  readonly name: string;
  readonly summary: string | null;
}

export interface RequestField {
  readonly id: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  /** Why it is asked; every field says it. */
  readonly purpose: string;
  readonly optional: boolean;
  /** Says who a person is or how to reach them: erased when the retention is over, left out of anonymous requests. */
  readonly personal: boolean;
  /** Characters of a text, the value of a number, how many choices or dates. */
  readonly min: number;
  readonly max: number;
  /** Of `subject`, `choice`, `choices`; empty for the others. */
  readonly choices: readonly FieldChoice[];
}

/** As typed and chosen: texts, numbers, dates and single choices are a text, empty when not given; several choices or dates are a list. */
export type FieldValue = string | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

export const holdsList = ({ type }: Pick<RequestField, 'type'>): boolean => type === 'dates' || type === 'choices';

export const emptyValue = (field: Pick<RequestField, 'type'>): FieldValue => (holdsList(field) ? [] : '');

export const isEmpty = (value: FieldValue | undefined): boolean => value === undefined || value.length === 0;

/** What a field may hold unless its declaration says otherwise. */
export const fieldLimits = {
  'firm-name': { min: 4, max: 60 },
  'credit-code': { min: 18, max: 18 },
  'contact-name': { min: 2, max: 20 },
  phone: { min: 1, max: 40 },
  area: { min: 1, max: 1 },
  subject: { min: 1, max: 1 },
  need: { min: 10, max: 500 },
  dates: { min: 1, max: 3 },
  text: { min: 1, max: 60 },
  'long-text': { min: 1, max: 500 },
  choice: { min: 1, max: 1 },
  choices: { min: 1, max: 9 },
  date: { min: 1, max: 1 },
  number: { min: 0, max: 1_000_000 },
} as const satisfies Record<FieldType, { readonly min: number; readonly max: number }>;

/** These say who a person is, whatever the declaration. */
export const isPersonalType = (type: FieldType): boolean => type === 'contact-name' || type === 'phone';
