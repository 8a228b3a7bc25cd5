import Taro from '@tarojs/taro';
import { download } from './download';
import { isH5 } from '../environment';

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
  download(fileName, text, fileName.endsWith('.json') ? 'application/json' : 'text/plain');
  return true;
}
