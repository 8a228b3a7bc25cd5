import { useState } from 'react';
import type { Cover, ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';

export interface CoverUrl {
  /** Null without a cover. */
  readonly url: string | null;
  /** Where a picture that was chosen just now can be seen. */
  readonly note: (pictureId: string, url: string) => void;
}

const keyOf = (cover: Cover | null): string | null => (cover === null ? null : 'pictureId' in cover ? cover.pictureId : cover.file);

/** Where the cover can be seen: as the server said, or as the library did when it was chosen. */
export function useCoverUrl({ content: { cover: shown }, coverUrl }: ManuscriptView, { cover }: ManuscriptContent): CoverUrl {
  const [urls, setUrls] = useState<Readonly<Record<string, string>>>({});
  const key = keyOf(cover);
  return {
    url: key === null ? null : (urls[key] ?? (key === keyOf(shown) ? coverUrl : null)),
    note: (pictureId, url) => {
      setUrls((known) => ({ ...known, [pictureId]: url }));
    },
  };
}
