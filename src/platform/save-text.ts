import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/** Hands a text to the person: a download in a browser, the clipboard in WeChat, which has no downloads. */
export async function saveText(fileName: string, text: string): Promise<boolean> {
  if (!isH5) {
    try {
      await Taro.setClipboardData({ data: text });
      return true;
    } catch {
      return false;
    }
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
  return true;
}
