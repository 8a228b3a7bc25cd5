import Taro from '@tarojs/taro';
import type { AttachmentView } from '../../contract/attachment';
import { withIdentity, type CallResult } from '../call';
import { apiOrigin, cloudEnvironment, isH5 } from '../environment';
import { currentToken, signIn } from '../session';
import type { ChosenFile } from './choose-files';

const TIMEOUT_MS = 90_000;
const COMPRESS_ABOVE = 2 * 1024 * 1024;

/** A mini-program on a cloud function needs an HTTP address beside it: bytes do not travel in its calls. */
export const canUpload = isH5 || cloudEnvironment === '' || apiOrigin !== '';

/**
 * Uploads a file; it belongs to the person until it is attached to something. Never throws.
 *
 * @param key sent again with the same one, it is still one attachment
 * @param onProgress 0 to 100
 */
export async function sendFile(file: ChosenFile, key: string, onProgress: (percent: number) => void): Promise<CallResult<AttachmentView>> {
  const filePath = await compressed(file);
  return withIdentity(async () => {
    // Megabytes are not sent to be told that an identity is needed.
    const token = currentToken() ?? (await signedIn());
    const upload = Taro.uploadFile({
      url: `${apiOrigin}/files`,
      filePath,
      name: 'file',
      fileName: file.name,
      formData: { name: file.name },
      header: { 'Idempotency-Key': key, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
      timeout: TIMEOUT_MS,
      withCredentials: false,
    });
    upload.progress(({ progress }) => {
      onProgress(progress);
    });
    const { data } = await upload;
    return JSON.parse(data) as unknown;
  });
}

async function signedIn(): Promise<string | null> {
  await signIn();
  return currentToken();
}

/** WeChat makes a photo smaller; a browser has no such thing, and a photo that cannot be made smaller is sent as it is. */
async function compressed({ path, isPicture, byteLength }: ChosenFile): Promise<string> {
  if (isH5 || !isPicture || byteLength <= COMPRESS_ABOVE) return path;
  try {
    return (await Taro.compressImage({ src: path, quality: 80 })).tempFilePath;
  } catch {
    return path;
  }
}
