import Taro from '@tarojs/taro';
import type { AttachmentView } from '../../contract/attachment';
import { isH5, reachable } from '../environment';
import { notify } from '../notify';

/** Shows a file: in a page of its own in a browser, full screen in WeChat. */
export async function openAttachment({ url, mediaType }: Pick<AttachmentView, 'url' | 'mediaType'>): Promise<void> {
  const address = reachable(url);
  if (isH5) {
    window.open(address, '_blank', 'noopener');
    return;
  }
  try {
    if (mediaType === 'application/pdf') {
      const { tempFilePath } = await Taro.downloadFile({ url: address });
      await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
    } else {
      await Taro.previewImage({ urls: [address], current: address });
    }
  } catch {
    notify('文件没有打开，请刷新页面后再试');
  }
}

/** Shows a photo that was chosen on this device. */
export function openChosen(path: string): void {
  if (isH5) window.open(path, '_blank', 'noopener');
  else void Taro.previewImage({ urls: [path], current: path });
}
