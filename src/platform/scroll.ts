import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/** Brings what has this id into view; on H5 also inside a part of the page that scrolls by itself. */
export function scrollToId(id: string): void {
  if (isH5) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  else void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -64 });
}

/**
 * How much of what has this id was brought above the window's lower edge, 0 to 1. Null where it is not laid out: it is
 * hidden, or not drawn yet.
 */
export async function shareSeen(id: string): Promise<number | null> {
  const box = isH5 ? document.getElementById(id)?.getBoundingClientRect() : await boxInWechat(id);
  if (box === undefined || box.height === 0) return null;
  const lowerEdge = isH5 ? window.innerHeight : Taro.getWindowInfo().windowHeight;
  return Math.min(1, Math.max(0, (lowerEdge - box.top) / box.height));
}

type Box = Readonly<Record<'top' | 'height', number>>;

const boxInWechat = (id: string): Promise<Box | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect()
      .exec(([box]: (Box | null)[]) => {
        resolve(box ?? undefined);
      });
  });
