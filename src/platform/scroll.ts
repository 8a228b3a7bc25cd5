import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/** Brings what has this id into view; on H5 also inside a part of the page that scrolls by itself. */
export function scrollToId(id: string): void {
  if (isH5) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  else void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -64 });
}
