import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { isH5, reachable } from '../platform/environment';

/**
 * The page's own title on its share card, in Moments and, on H5, on the window. The page's configuration must enable
 * both ways to share.
 *
 * @param path the page's address with its parameters
 * @param cover the card's picture; without one WeChat takes a picture of the page
 */
export function useShare(title: string, path: string, cover: { readonly url: string } | null = null): void {
  const picture = cover === null ? {} : { imageUrl: reachable(cover.url) };
  useEffect(() => {
    if (isH5) document.title = title;
  }, [title]);
  useShareAppMessage(() => ({ title, path, ...picture }));
  useShareTimeline(() => ({ title, query: path.split('?')[1] ?? '', ...picture }));
}
