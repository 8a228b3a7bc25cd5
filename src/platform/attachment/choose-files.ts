import Taro from '@tarojs/taro';
import { isH5 } from '../environment';

/** A file on this device. */
export interface ChosenFile {
  /** For the platform only: a temporary path in WeChat, a `blob:` address in a browser. */
  readonly path: string;
  readonly name: string;
  readonly byteLength: number;
  readonly isPicture: boolean;
}

export interface Choice {
  readonly files: readonly ChosenFile[];
  /** Why nothing could be chosen; null when something was, or the person thought better of it. */
  readonly problem: string | null;
}

const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf';
const EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png', 'webp'];

/** Lets the person choose photos and PDFs. Never throws. */
export async function chooseFiles(most: number): Promise<Choice> {
  try {
    return { files: isH5 ? await fromBrowser() : await fromWechat(most), problem: null };
  } catch (failure) {
    return { files: [], problem: problemOf(failure) };
  }
}

/** Asks with the browser's own dialog. More than wanted may come; with nothing chosen it may stay unanswered in older browsers. */
function fromBrowser(): Promise<ChosenFile[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true, accept: ACCEPTED });
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => {
      resolve([]);
    });
    input.addEventListener('change', () => {
      const files = Array.from(input.files ?? []);
      resolve(files.map((file) => ({ path: URL.createObjectURL(file), name: file.name, byteLength: file.size, isPicture: file.type !== 'application/pdf' })));
    });
    input.click();
  });
}

async function fromWechat(most: number): Promise<ChosenFile[]> {
  const { tapIndex } = await Taro.showActionSheet({ itemList: ['拍照或从相册选择', '从聊天里选择照片或 PDF'] });
  if (tapIndex === 0) {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'], sourceType: ['album', 'camera'] });
    return tempFiles.map(({ tempFilePath, size }, index) => ({ path: tempFilePath, name: `照片${index + 1}`, byteLength: size, isPicture: true }));
  }
  const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension: EXTENSIONS });
  return tempFiles.map(({ path, size, name }) => ({ path, name, byteLength: size, isPicture: !/\.pdf$/i.test(name) }));
}

/** `errno` 104 of WeChat: the person did not agree to the privacy guide, which it shows by itself. */
const PRIVACY_NOT_AGREED = 104;

function problemOf(failure: unknown): string | null {
  const { errMsg = '', errno } = failure as { errMsg?: string; errno?: number };
  if (errno === PRIVACY_NOT_AGREED || /cancel/i.test(errMsg)) return null;
  return /auth|permission/i.test(errMsg) ? '没有相册或相机的权限，请在手机设置里允许微信使用后再试。' : '没有选到文件，请再试一次。';
}

/** Frees what a browser holds for a chosen file. */
export function releaseFile({ path }: Pick<ChosenFile, 'path'>): void {
  if (isH5) URL.revokeObjectURL(path);
}
