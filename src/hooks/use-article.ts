import { useState } from 'react';
import type { ReadArticle } from '../contract/reading';
import type { CallError } from '../platform/call';
import { hasChanged, removeSaved, saveArticle, savedArticle, type SavedArticle, type SaveOutcome } from '../platform/reading/saved';
import { useRead, type Read } from './use-read';

export interface ArticleReading {
  /** The article as the network brought it, or else as this device has it. */
  readonly read: Pick<Read<ReadArticle>, 'state' | 'reload'>;
  /** Why this device's copy is shown; null where the network brought the article. */
  readonly fromDevice: (SavedArticle & { readonly why: CallError }) | null;
  /** `outdated`: the article has changed since it was saved. */
  readonly standing: 'unsaved' | 'saved' | 'outdated';
  /** Saves what the network brought. */
  readonly save: () => SaveOutcome;
  readonly remove: () => void;
}

/** An article with what this device has saved of it. */
export function useArticle(id: string): ArticleReading {
  const { state, reload } = useRead('article.get', { id });
  const [saved, setSaved] = useState(() => savedArticle(id));
  const fromDevice = state.status === 'error' && saved !== null ? { ...saved, why: state.error } : null;
  return {
    read: { state: fromDevice === null ? state : { status: 'ready', data: fromDevice.article }, reload },
    fromDevice,
    standing: standingOf(saved, state.status === 'ready' ? state.data : null),
    save: () => {
      if (state.status !== 'ready') return 'refused';
      const outcome = saveArticle(state.data, new Date());
      setSaved(savedArticle(id));
      return outcome;
    },
    remove: () => {
      removeSaved(id);
      setSaved(null);
    },
  };
}

function standingOf(saved: SavedArticle | null, article: ReadArticle | null): ArticleReading['standing'] {
  if (saved === null) return 'unsaved';
  return article !== null && hasChanged(saved, article) ? 'outdated' : 'saved';
}
