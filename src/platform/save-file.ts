import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/**
 * Hands a workbook to the person: a download in a browser; in WeChat, which has no downloads, it is opened, and the
 * menu there saves it or sends it on.
 *
 * @param base64 the file's bytes
 */
export async function saveWorkbook(fileName: string, base64: string): Promise<boolean> {
  try {
    if (isH5) download(fileName, base64);
    else await openInWechat(fileName, base64);
    return true;
  } catch {
    return false;
  }
}

function download(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
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
