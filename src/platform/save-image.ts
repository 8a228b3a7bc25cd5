import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/**
 * What became of saving a picture.
 *
 * - `saved`: on H5 the download has begun; what the browser does with it is not known.
 * - `cancelled`: the person thought better of it, or did not agree to the privacy guide; asking again is possible.
 * - `denied`: saving to the album is switched off for this mini-program; only its settings can switch it on.
 */
export type ImageSaved = 'saved' | 'cancelled' | 'denied' | 'failed';

/** A canvas as WeChat's selector query and the browser give it. */
export type DrawnCanvas = Pick<HTMLCanvasElement, 'width' | 'height' | 'getContext' | 'toDataURL'>;

/** Hands a drawn picture to the person as a PNG: a download in a browser, the album in WeChat. */
export async function saveImage(canvas: DrawnCanvas, fileName: string): Promise<ImageSaved> {
  if (isH5) {
    const link = document.createElement('a');
    link.href = canvas.toDataURL('image/png');
    link.download = fileName;
    link.click();
    return 'saved';
  }
  try {
    const { width, height } = canvas;
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      // Taro's types know the old canvas only.
      canvas: canvas as unknown as Taro.Canvas,
      fileType: 'png',
      width,
      height,
      // Left out, it would be multiplied by the screen's density.
      destWidth: width,
      destHeight: height,
    });
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
    return 'saved';
  } catch (failure) {
    return savingFailure(failure);
  }
}

/** `errno` 104 of WeChat: the person did not agree to the privacy guide, which it shows by itself. */
const PRIVACY_NOT_AGREED = 104;

function savingFailure(failure: unknown): Exclude<ImageSaved, 'saved'> {
  const { errMsg = '', errno } = failure as { errMsg?: string; errno?: number };
  if (errno === PRIVACY_NOT_AGREED || /cancel/i.test(errMsg)) return 'cancelled';
  // `auth deny`, `auth denied`, `authorize no response`: the words differ by version and system.
  return /auth/i.test(errMsg) ? 'denied' : 'failed';
}

/** Opens the mini-program's settings; only inside a tap. True when saving to the album is switched on afterwards. */
export async function allowAlbum(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting({});
    return authSetting['scope.writePhotosAlbum'] === true;
  } catch {
    return false;
  }
}
