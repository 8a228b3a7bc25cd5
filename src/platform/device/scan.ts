import Taro from '@tarojs/taro';
import { refusalIn, type Refusal } from './permission';

/** What WeChat's camera reads from a QR code; `cancelled` when the person turns back. Not on H5, which has no such camera. */
export async function scan(): Promise<{ readonly text: string } | Refusal> {
  try {
    return { text: (await Taro.scanCode({ scanType: ['qrCode'] })).result };
  } catch (failure) {
    return refusalIn(failure);
  }
}
