import type { Offered } from '../../../contract/request/values';
import type { RequestForm } from '../../../contract/request/form';
import { emptyValue, holdsList, isEmpty, type FieldValue, type FieldValues, type RequestField } from '../../../domain/request/field';
import { newDraft, type Draft } from '../../../platform/request/draft';
import type { Filling } from '../../../platform/request/filling';
import { newIdempotencyKey } from '../../../platform/idempotency-key';

export interface Start {
  readonly draft: Draft;
  /** Whether it goes on with what was typed before. */
  readonly restored: boolean;
  /** Whether that was typed for another campaign. */
  readonly fromOtherCampaign: boolean;
  /** The labels of the fields in which something can be chosen no longer. */
  readonly removed: readonly string[];
}

export const offeredBy = ({ areas, dates }: RequestForm): Offered => ({ areaIds: areas.map(({ id }) => id), dates });

/** The ids on offer; null for what is typed. */
function choosable({ type, choices }: RequestField, { areaIds, dates }: Offered): readonly string[] | null {
  if (type === 'area') return areaIds;
  if (type === 'dates') return dates;
  return choices.length === 0 ? null : choices.map(({ id }) => id);
}

/** What of a value may still be chosen. */
function fitting(field: RequestField, value: FieldValue, offered: Offered): FieldValue {
  if (Array.isArray(value) !== holdsList(field)) return emptyValue(field);
  const ids = choosable(field, offered);
  if (ids === null) return value;
  if (typeof value !== 'string') return value.filter((id) => ids.includes(id));
  return ids.includes(value) ? value : '';
}

function fittingValues(values: FieldValues, form: RequestForm): { values: FieldValues; removed: readonly string[] } {
  const offered = offeredBy(form);
  const removed: string[] = [];
  const entries = form.fields.map((field) => {
    const value = values[field.id] ?? emptyValue(field);
    const fits = fitting(field, value, offered);
    if (!isEmpty(value) && fits.length < value.length) removed.push(field.label);
    return [field.id, fits] as const;
  });
  return { values: Object.fromEntries(entries), removed };
}

/** The subject that the address names goes into a draft that has none. */
function withSubject(values: FieldValues, named: FieldValues, { fields }: RequestForm): FieldValues {
  const subject = fields.find(({ type }) => type === 'subject');
  if (subject === undefined || !isEmpty(values[subject.id])) return values;
  return { ...values, [subject.id]: named[subject.id] ?? '' };
}

/**
 * What a form starts with: the kept draft, else `filling`. Fields that the kind asks no longer are left out; what was
 * chosen some time ago and is not on offer any more is left out and named.
 */
export function startWith(kept: Draft | null, filling: Filling, form: RequestForm): Start {
  const { campaignId, kindId } = form;
  const fromOtherCampaign = kept !== null && kept.campaignId !== null && kept.campaignId !== campaignId;
  const draft = kept ?? newDraft(filling, { campaignId, kindId });
  const { values, removed } = fittingValues(withSubject(draft.values, filling.values, form), form);
  return {
    // What was sent with the old key was a request to the other campaign.
    draft: { ...draft, ...(fromOtherCampaign ? { key: newIdempotencyKey() } : {}), campaignId, kindId, values },
    restored: kept !== null,
    fromOtherCampaign,
    removed,
  };
}
