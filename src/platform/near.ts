import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/** The page on top; on H5 the browser's document is all that is asked. */
export type Screen = ReturnType<typeof screenOnTop>;

export const screenOnTop = () => (isH5 ? null : (Taro.getCurrentInstance().page ?? null));

/**
 * Says when a box comes near the part of the page that is seen and when it is far from it again, and how tall it is then.
 * A page that is hidden says nothing; neither does a browser without IntersectionObserver. Returns its own clean-up.
 *
 * @param margin how far beyond the screen is still near, in pixels
 */
export function watchNear(screen: Screen, id: string, margin: number, onChange: (near: boolean, height: number) => void): () => void {
  // What is not laid out has no height.
  const tell = (near: boolean, { height }: { readonly height: number }): void => {
    if (height > 0) onChange(near, height);
  };
  return isH5 ? watchInBrowser(id, margin, tell) : watchInWechat(screen, id, margin, tell);
}

type Tell = (near: boolean, box: { readonly height: number }) => void;

function watchInBrowser(id: string, margin: number, tell: Tell): () => void {
  const element = document.getElementById(id);
  if (element === null || !('IntersectionObserver' in window)) return () => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, boundingClientRect } of entries.slice(-1)) tell(isIntersecting, boundingClientRect);
    },
    { rootMargin: `${margin}px 0px` },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}

function watchInWechat(screen: Screen, id: string, margin: number, tell: Tell): () => void {
  let stop: (() => void) | null = () => undefined;
  // WeChat looks for the box when it is asked to, so the box must have been drawn.
  Taro.nextTick(() => {
    if (stop === null || screen === null) return;
    const observer = Taro.createIntersectionObserver(screen);
    observer.relativeToViewport({ top: margin, bottom: margin }).observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) => {
      if (boundingClientRect !== undefined) tell(intersectionRatio > 0, boundingClientRect);
    });
    stop = () => {
      observer.disconnect();
    };
  });
  return () => {
    stop?.();
    stop = null;
  };
}

/** Whether the keyboard is inside this box. */
export const holdsFocus = (id: string): boolean => isH5 && document.getElementById(id)?.contains(document.activeElement) === true;
