import { useSyncExternalStore } from 'react';
import { isH5 } from '../platform/environment';

/** Beyond it two things fit side by side; the style sheets that belong to it use the same width. */
const query = '(min-width: 1024px)';

function subscribe(onChange: () => void): () => void {
  if (!isH5) return () => undefined;
  const media = window.matchMedia(query);
  media.addEventListener('change', onChange);
  return () => {
    media.removeEventListener('change', onChange);
  };
}

const isWide = (): boolean => isH5 && window.matchMedia(query).matches;

/** Whether the window is a desktop's; never in WeChat. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide);
