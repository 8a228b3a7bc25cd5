import type { AttachmentMediaType } from '../../src/contract/attachment';

const MOST_CHARACTERS = 80;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu;

const extensions = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
} as const satisfies Record<AttachmentMediaType, readonly [string, ...string[]]>;

/**
 * The name as the person called it, fit to be shown and to be a file's name on any system: no path, nothing invisible,
 * 80 characters at most, with the ending of what the file really is.
 */
export function tidyName(name: string, mediaType: AttachmentMediaType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(FORBIDDEN, '').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const own = extensions[mediaType].find((extension) => plain.toLowerCase().endsWith(extension));
  const ending = own === undefined ? extensions[mediaType][0] : plain.slice(-own.length);
  const stem = Array.from(own === undefined ? plain : plain.slice(0, -own.length)).slice(0, MOST_CHARACTERS - ending.length).join('');
  return `${stem || (mediaType === 'application/pdf' ? '文件' : '照片')}${ending}`;
}
