/** What may be attached, told by the file's content and never by its name. */
export type AttachmentMediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

export interface AttachmentView {
  readonly id: string;
  /** As the person called it. */
  readonly name: string;
  readonly mediaType: AttachmentMediaType;
  readonly byteLength: number;
  /** Opens it for about an hour, whoever holds it; without an origin where the files come from this server. */
  readonly url: string;
}

/** In one place: with a request, with a message, with a visit's record. */
export const MOST_ATTACHMENTS = 9;
export const MOST_ATTACHMENT_BYTES = 10 * 1024 * 1024;

export const attachmentTooLarge = '单个文件不能超过 10 MB，请压缩后再传。';
export const attachmentKinds = '只能传 JPG、PNG、WebP 照片和 PDF 文件。';
