/** A picture without what tells of its maker: no position, no camera, no comment, nothing behind its end. */
export interface CleanPicture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

/** Null when the bytes are no whole picture of this format. */
export type CleanPictureIn = (bytes: Buffer) => CleanPicture | null;
