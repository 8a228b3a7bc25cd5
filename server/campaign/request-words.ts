import { monthDayWeekday } from '../../src/domain/china-time';
import { isStandardField, type FieldValue, type FieldValues, type RequestField } from '../../src/domain/request/field';
import type { PromisedDays } from '../../src/domain/request/promise-clock';
import type { Campaign, RequestKind } from './schema';
import type { RequestContent, StoredRequest } from '../storage/request/request-store';

/** The kind of a request. Content keeps every kind that has requests, so it is there. */
export function kindOf(campaign: Campaign, kindId: string): RequestKind {
  const kind = campaign.requestKinds.find(({ id }) => id === kindId);
  if (!kind) throw new Error(`The campaign ${campaign.id} has no request kind ${kindId}.`);
  return kind;
}

/** The office that answers a request of a kind: the kind's own, or that of the area, the bureau's where none has it. */
export function answeringOffice(campaign: Campaign, kind: RequestKind, areaId: string | null): string {
  if (kind.officeId !== null) return kind.officeId;
  const area = campaign.areas.find(({ id }) => id === areaId);
  if (!area) throw new Error(`The campaign ${campaign.id} has no area ${areaId ?? '(none)'}.`);
  return area.officeId;
}

export const bureauOf = ({ offices }: Campaign): string => offices.find(({ bureau }) => bureau)?.id ?? '';

export const promisedDays = ({ answerWithin, concludeWithin }: RequestKind): PromisedDays => ({ answerWithin, concludeWithin });

/** The value of a field of a stored request; undefined when it was left empty or erased. */
export function storedValue(request: RequestContent, { id }: Pick<RequestField, 'id'>): FieldValue | undefined {
  const value = isStandardField(id) ? request[id] : (request.answers[id] ?? request.personalAnswers[id]);
  return value === null || value?.length === 0 ? undefined : value;
}

/** A field's value in words: choices and areas by their names, dates with their weekday. */
export function valueWords({ type, choices }: RequestField, value: FieldValue, { areas }: Campaign): string {
  const words = (item: string): string => {
    if (type === 'dates' || type === 'date') return monthDayWeekday(item);
    return (type === 'area' ? areas : choices).find(({ id }) => id === item)?.name ?? item;
  };
  return (typeof value === 'string' ? [value] : value).map(words).join('、');
}

/** What the subject of a request is called; null where its kind asks for none. */
export function subjectName({ subjectId }: Pick<StoredRequest, 'subjectId'>, kind: RequestKind): string | null {
  const choices = kind.fields.find(({ type }) => type === 'subject')?.choices ?? [];
  return choices.find(({ id }) => id === subjectId)?.name ?? null;
}

/** Values by field id as columns; the standard fields that the kind does not ask are empty. */
export function contentOf(fields: readonly RequestField[], values: FieldValues): Omit<RequestContent, 'creditCodeDoubtful'> {
  const one = (id: string): string | null => {
    const value = values[id];
    return typeof value === 'string' ? value : null;
  };
  const own = (personal: boolean): FieldValues =>
    Object.fromEntries(Object.entries(values).filter(([id]) => !isStandardField(id) && fields.some((field) => field.id === id && field.personal === personal)));
  const dates = values.preferredDates;
  return {
    firmName: one('firmName'),
    creditCode: one('creditCode'),
    contactName: one('contactName'),
    phone: one('phone'),
    areaId: one('areaId'),
    subjectId: one('subjectId'),
    need: one('need') ?? '',
    preferredDates: Array.isArray(dates) ? (dates as readonly string[]) : [],
    answers: own(false),
    personalAnswers: own(true),
  };
}
