import * as v from 'valibot';
import type { MessageTemplate } from '../../src/domain/message-kind';

/** What of a message a template's field may show. */
export type FieldSource = 'title' | 'text' | 'kind' | 'at' | 'receipt-number';

/** One template as it was chosen in the mini-program's account. */
export interface ConfiguredTemplate {
  readonly id: string;
  /** By the account's own field names, such as `thing1`. */
  readonly fields: Readonly<Record<string, FieldSource>>;
}

/** Those that the account has; what has none is told inside the app alone. */
export type ConfiguredTemplates = Readonly<Partial<Record<MessageTemplate, ConfiguredTemplate>>>;

/** Which source each type of field takes: a phrase is five characters, a character string has no Chinese. */
const sources = {
  thing: ['title', 'text', 'kind', 'receipt-number'],
  phrase: ['kind'],
  time: ['at'],
  date: ['at'],
  character_string: ['receipt-number'],
} as const satisfies Readonly<Record<string, readonly FieldSource[]>>;

export type FieldType = keyof typeof sources;

const isFieldType = (name: string): name is FieldType => Object.hasOwn(sources, name);

/** `thing` of `thing1`; null for what is no field that this program can fill. */
export function fieldTypeOf(field: string): FieldType | null {
  const [, type = ''] = /^([a-z_]+)\d{1,3}$/.exec(field) ?? [];
  return isFieldType(type) ? type : null;
}

function takes(field: string, source: FieldSource): boolean {
  const type = fieldTypeOf(field);
  return type !== null && (sources[type] as readonly FieldSource[]).includes(source);
}

const template = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{10,128}$/, 'expected the id of a template')),
  fields: v.pipe(
    v.record(v.string(), v.picklist(['title', 'text', 'kind', 'at', 'receipt-number'])),
    v.check((fields) => Object.keys(fields).length > 0, 'expected at least one field'),
    v.check(
      (fields) => Object.entries(fields).every(([field, source]) => takes(field, source)),
      `expected fields such as thing1, and for each type ${Object.entries(sources).map(([type, allowed]) => `${type}: ${allowed.join(' or ')}`).join('; ')}`,
    ),
  ),
});

const schema = v.pipe(
  v.strictObject({ result: v.optional(template), visit: v.optional(template), reply: v.optional(template), survey: v.optional(template), 'to-do': v.optional(template), booking: v.optional(template) }),
  // A grant is counted by WeChat for a template's id.
  v.check((templates) => {
    const ids = Object.values(templates).map(({ id }) => id);
    return new Set(ids).size === ids.length;
  }, 'expected a template of its own for each'),
);

/** Reads the configured JSON; what is wrong with it, and where, when it is not as it should be. */
export function parseTemplates(json: string): { readonly templates: ConfiguredTemplates } | { readonly mistake: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { mistake: 'expected JSON' };
  }
  const result = v.safeParse(schema, value);
  if (result.success) return { templates: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { mistake: path === null ? issue.message : `${path}: ${issue.message}` };
}
