/** Where the bytes of attachments lie. Each is written once under a key of its own and never changed. */
export interface FileStore {
  /** What was written is safe once this resolves; written again under the same key, it is there once. Rejects when it could not be written. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** Null when there is nothing under the key. */
  get(key: string): Promise<Uint8Array | null>;
  /** Also resolves when there was nothing. */
  delete(key: string): Promise<void>;
}
