import { messageKinds, type MessageKind } from '../../src/domain/message-kind';
import { inChina } from '../../src/domain/china-time';
import { fieldTypeOf, type ConfiguredTemplate, type FieldSource, type FieldType } from './templates';

export interface ShownMessage {
  readonly kind: MessageKind;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  /** Null when the message is about no request. */
  readonly receiptNumber: string | null;
}

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** At most `length` UTF-16 units, the last of them an ellipsis when something was cut; a surrogate pair is never split. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

// WeChat refuses an empty value.
const orDash = (text: string): string => (text === '' ? '-' : text);

/**
 * What each type of field takes, from the table of limits at the end of
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/subscribe-message/api_sendmessage
 */
const fit: Readonly<Record<FieldType, (text: string) => string>> = {
  // Up to 20 characters of any kind, no line breaks.
  thing: (text) => orDash(shorten(onOneLine(text), 20)),
  // Up to 5 Chinese characters and nothing else.
  phrase: (text) => Array.from(text.replace(/[^\p{Script=Han}]/gu, '')).slice(0, 5).join(''),
  time: (text) => text,
  date: (text) => text,
  // Up to 32 digits, letters and signs, no Chinese.
  character_string: (text) => orDash(text.replace(/[^\x21-\x7e]/g, '').slice(0, 32)),
};

function valueOf({ kind, title, text, at, receiptNumber }: ShownMessage, source: FieldSource): string {
  switch (source) {
    case 'title':
      return title;
    case 'text':
      return text;
    case 'kind':
      return messageKinds[kind].name;
    case 'at':
      return inChina(at).format('YYYY-MM-DD HH:mm');
    case 'receipt-number':
      return receiptNumber ?? '';
  }
}

/** A template's fields filled in from a message, each within the limits of its type. */
export const templateData = (message: ShownMessage, { fields }: Pick<ConfiguredTemplate, 'fields'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, source]) => {
      const type = fieldTypeOf(field);
      return type === null ? [] : [[field, fit[type](valueOf(message, source))]];
    }),
  );
