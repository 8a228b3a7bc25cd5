import Taro from '@tarojs/taro';
import { download } from './download';
import { isH5 } from '../environment';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Hands a workbook to the person: a download in a browser; in WeChat, which has no downloads, it is opened, and the
 * menu there saves it or sends it on.
 *
 * @param base64 the file's bytes
 */
export async function saveWorkbook(fileName: string, base64: string): Promise<boolean> {
  try {
    if (isH5) download(fileName, Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)), WORKBOOK);
    else await openInWechat(fileName, base64);
    return true;
  } catch {
    return false;
  }
}

async function openInWechat(fileName: string, base64: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => {
        resolve();
      },
      fail: ({ errMsg }) => {
        reject(new Error(errMsg));
      },
    });
  });
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
}
