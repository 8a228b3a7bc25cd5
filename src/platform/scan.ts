import Taro from '@tarojs/taro';

/** What WeChat's camera reads from a QR code; null when the person turns back. Not on H5, which has no such camera. */
export async function scan(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    return null;
  }
}
