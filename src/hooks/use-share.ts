import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { isH5 } from '../platform/environment';

/**
 * The page's own title on its share card, in Moments and, on H5, on the window. The page's configuration must enable
 * both ways to share.
 *
 * @param path the page's address with its parameters
 */
export function useShare(title: string, path: string): void {
  useEffect(() => {
    if (isH5) document.title = title;
  }, [title]);
  useShareAppMessage(() => ({ title, path }));
  useShareTimeline(() => ({ title, query: path.split('?')[1] ?? '' }));
}
