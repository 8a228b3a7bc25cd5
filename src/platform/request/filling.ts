import type { FieldValue, FieldValues } from '../../domain/request/field';
import type { KeptFile } from '../attachment/upload-queue';

/** What a form holds, texts as typed. */
export interface Filling {
  /** By field id. */
  readonly values: FieldValues;
  readonly creditCodeConfirmed: boolean;
  readonly anonymous: boolean;
  /** Uploaded already, and belonging to nothing else yet. */
  readonly attachments: readonly KeptFile[];
}

export const emptyFilling: Filling = { values: {}, creditCodeConfirmed: false, anonymous: false, attachments: [] };

// What a device kept may come from another version of the app, so nothing is believed before it was looked at.

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const isFieldValue = (value: unknown): value is FieldValue => typeof value === 'string' || isTexts(value);

export const isKeptFile = (value: unknown): value is KeptFile => {
  if (!isRecord(value) || typeof value.at !== 'number' || !isRecord(value.attachment)) return false;
  const { id, name, mediaType, url, byteLength } = value.attachment;
  return [id, name, mediaType, url].every((word) => typeof word === 'string') && typeof byteLength === 'number';
};

export const isFilling = (value: unknown): value is Filling =>
  isRecord(value) &&
  isRecord(value.values) &&
  Object.values(value.values).every(isFieldValue) &&
  typeof value.creditCodeConfirmed === 'boolean' &&
  typeof value.anonymous === 'boolean' &&
  Array.isArray(value.attachments) &&
  value.attachments.every(isKeptFile);

/** The draft of an expert's visit, as the app kept it before there were kinds of request. */
export interface VisitDraft {
  readonly key: string;
  readonly values: Readonly<Record<'firmName' | 'creditCode' | 'contactName' | 'phone' | 'areaId' | 'subjectId' | 'need', string>> & {
    readonly creditCodeConfirmed: boolean;
    readonly preferredDates: readonly string[];
  };
}

export const isVisitDraft = (value: unknown): value is VisitDraft => {
  if (!isRecord(value) || typeof value.key !== 'string' || !isRecord(value.values)) return false;
  const { firmName, creditCode, contactName, phone, areaId, subjectId, need, creditCodeConfirmed, preferredDates } = value.values;
  return (
    [firmName, creditCode, contactName, phone, areaId, subjectId, need].every((text) => typeof text === 'string') &&
    typeof creditCodeConfirmed === 'boolean' &&
    isTexts(preferredDates)
  );
};
