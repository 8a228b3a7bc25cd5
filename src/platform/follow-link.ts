import { linkKind } from '../domain/editorial/link';
import { isH5 } from './environment';
import { openAddress } from './navigation';
import { copy } from './sharing';
import { notify } from './notify';

/** Follows a link of an article. WeChat opens no other site: there the address is copied, to be opened in a browser. */
export function followLink(link: string): void {
  const kind = linkKind(link);
  if (kind === 'inside') openAddress(link);
  else if (kind === null) notify('这个链接打不开');
  else if (isH5) window.open(link, '_blank', 'noopener,noreferrer');
  else void copy(link, '网址已复制');
}
