/** How a text names a picture: of the newsroom's library, or of the campaign's media folder. */
export const LIBRARY_PICTURE = /^picture:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const MEDIA_PICTURE = /^media:([a-z0-9][a-z0-9-]*\.(?:jpg|png|webp))$/;

const ANYWHERE = /picture:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/g;

/** The library's pictures that a body names, once each: what a lookup has to be ready for. Links to them count too, which does no harm. */
export const pictureIdsIn = (markdown: string): readonly string[] => [...new Set(markdown.match(ANYWHERE) ?? [])].map((reference) => reference.slice('picture:'.length));

const MEDIA_ANYWHERE = /media:[a-z0-9][a-z0-9-]*\.(?:jpg|png|webp)/g;

/** The same of the campaign's media folder, as the body calls them. */
export const mediaNamesIn = (markdown: string): readonly string[] => [...new Set(markdown.match(MEDIA_ANYWHERE))];

export interface PictureSize {
  /** In pixels, the right way up. */
  readonly width: number;
  readonly height: number;
}

/** Of a picture's name in the text (`picture:<uuid>`, `media:<file>`) its size; null where this text may not use it or it does not exist. */
export type PictureLookup = (reference: string) => PictureSize | null;
