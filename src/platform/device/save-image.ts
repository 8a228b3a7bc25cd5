import Taro from '@tarojs/taro';
import { isH5 } from '../environment';
import { refusalIn, type Refusal } from './permission';

/** What became of saving a picture. `saved`: on H5 the download has begun; what the browser does with it is not known. */
export type ImageSaved = 'saved' | Refusal;

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
    return refusalIn(failure);
  }
}
