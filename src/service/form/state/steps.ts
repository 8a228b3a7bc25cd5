import type { RequestForm } from '../../../contract/request/form';
import type { FieldType, RequestField } from '../../../domain/request/field';

export interface Step {
  readonly id: string;
  readonly title: string;
  /** Whether it asks fields, for files, or to look everything over. */
  readonly kind: 'fields' | 'attachments' | 'check';
  /** What it asks; empty in the others. */
  readonly fields: readonly RequestField[];
  /** Whether it asks first if the person wants to stay unnamed. */
  readonly asksAnonymity: boolean;
}

/** Where the mistakes of the files are, beside those of the fields. */
export const FILES = 'attachments';

/** More would not be a short step. */
const FIELDS_AT_MOST = 5;

const FIRM: readonly FieldType[] = ['firm-name', 'credit-code'];
const CONTACT: readonly FieldType[] = ['contact-name', 'phone'];

const isAboutWho = ({ type, personal }: RequestField): boolean => personal || FIRM.includes(type) || CONTACT.includes(type);

function whoTitle(fields: readonly RequestField[]): string {
  const firm = fields.some(({ type }) => FIRM.includes(type));
  const contact = fields.some((field) => !FIRM.includes(field.type));
  if (firm && contact) return '企业和联系人';
  return firm ? '企业' : '联系方式';
}

/** In parts of about the same length. */
function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts = Math.ceil(items.length / FIELDS_AT_MOST);
  const length = Math.ceil(items.length / parts);
  return Array.from({ length: parts }, (_, part) => items.slice(part * length, (part + 1) * length));
}

const plain = { kind: 'fields', fields: [], asksAnonymity: false } as const;

/** What the form asks for, step by step: what it is about, who asks, files, and everything once more. */
export function stepsOf({ fields, attachments, anonymous }: RequestForm): readonly Step[] {
  const who = fields.filter(isAboutWho);
  const matter = inParts(fields.filter((field) => !isAboutWho(field)));
  return [
    ...matter.map((part, index): Step => ({ ...plain, id: `matter-${index + 1}`, title: index === 0 ? '申请事项' : '申请事项（续）', fields: part })),
    ...(who.length === 0 && !anonymous ? [] : [{ ...plain, id: 'who', title: whoTitle(who), fields: who, asksAnonymity: anonymous }]),
    ...(attachments === null ? [] : [{ ...plain, id: 'attachments', title: '附件', kind: 'attachments' } as const]),
    { ...plain, id: 'check', title: '核对并提交', kind: 'check' },
  ];
}

/** The fields that are asked of somebody who stays unnamed, or not. */
export const askedOf = (fields: readonly RequestField[], anonymous: boolean): readonly RequestField[] =>
  anonymous ? fields.filter(({ personal }) => !personal) : fields;

/** What the server calls `values.phone`, or `preferredDates.0` of a list, is the field `phone`, `preferredDates`. */
export const fieldOfPath = (path: string): string =>
  path
    .replace(/^values\./, '')
    .replace(/\..*$/, '')
    .replace(/^attachmentIds$/, FILES);
