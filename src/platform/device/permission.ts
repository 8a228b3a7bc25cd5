import Taro from '@tarojs/taro';

/**
 * Why WeChat did not do what needs the person's permission.
 *
 * - `cancelled`: the person thought better of it, or did not agree to the privacy guide; asking again is possible.
 * - `denied`: it is switched off for this mini-program; only its settings can switch it on.
 */
export type Refusal = 'cancelled' | 'denied' | 'failed';

/** `errno` 104 of WeChat: the person did not agree to the privacy guide, which it shows by itself. */
const PRIVACY_NOT_AGREED = 104;

export function refusalIn(failure: unknown): Refusal {
  const { errMsg = '', errno } = failure as { errMsg?: string; errno?: number };
  if (errno === PRIVACY_NOT_AGREED || /cancel/i.test(errMsg)) return 'cancelled';
  // `auth deny`, `auth denied`, `authorize no response`: the words differ by version and system.
  return /auth/i.test(errMsg) ? 'denied' : 'failed';
}

/** Opens the mini-program's settings; only inside a tap. True when this is switched on afterwards. */
export async function allowInSettings(scope: 'scope.writePhotosAlbum' | 'scope.addPhoneCalendar'): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting({});
    return Object.entries(authSetting).some(([name, allowed]) => name === scope && allowed);
  } catch {
    return false;
  }
}
