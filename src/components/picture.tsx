import { Image } from '@tarojs/components';
import { isH5 } from '../platform/environment';

interface PictureProps {
  /** As the client reaches it. */
  readonly src: string;
  /** What it shows; empty where the words beside it, or the control around it, say that already. */
  readonly alt: string;
  readonly mode: 'aspectFill' | 'aspectFit';
  readonly className?: string | undefined;
  /** Fetched only when it comes into view. */
  readonly lazyLoad?: boolean;
}

/** A picture with its alternative text, which Taro on H5 hands to the element of its own inside only under another name. */
export function Picture({ src, alt, mode, className = '', lazyLoad = false }: PictureProps) {
  const words = alt === '' ? { 'aria-hidden': true } : { 'aria-label': alt };
  return <Image src={src} mode={mode} className={className} lazyLoad={lazyLoad} {...(isH5 ? { imgProps: { alt } } : words)} />;
}
