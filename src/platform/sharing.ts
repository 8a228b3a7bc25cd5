import Taro from '@tarojs/taro';
import { isH5 } from './environment';
import { notify } from './notify';

/** The link that opens a page from anywhere; on H5 alone. */
export const linkTo = (address: string): string => new URL(`#${address}`, window.location.href).href;

/** Puts the address of a page on the clipboard: H5 gives the link, the mini-program its path for an officer to reuse. */
export async function copyLink(address: string): Promise<void> {
  const link = isH5 ? linkTo(address) : address;
  await copy(link, '链接已复制');
}

export async function copy(text: string, done: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
    // WeChat shows its own notice.
    if (isH5) notify(done);
  } catch {
    notify('没有复制成功，请长按文字复制');
  }
}
