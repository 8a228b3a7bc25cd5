import Taro from '@tarojs/taro';
import { isH5, reachable } from '../environment';
import { notify } from '../notify';

/**
 * Shows a picture as large as it is: in WeChat over the whole screen with the others beside it, in a browser on a page of
 * its own, because Taro's overlay there knows no keyboard.
 */
export function lookAtPictures(urls: readonly string[], current: string): void {
  if (isH5) window.open(reachable(current), '_blank', 'noopener');
  else
    Taro.previewImage({ urls: urls.map(reachable), current: reachable(current) }).catch(() => {
      notify('图片没有打开，请稍后再试');
    });
}
