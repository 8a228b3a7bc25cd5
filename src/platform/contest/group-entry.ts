import Taro from '@tarojs/taro';
import { call, type CallResult } from '../call';
import { isH5 } from '../environment';
import { currentToken, signIn } from '../session';

/**
 * How WeChat says that somebody came from a group: a card in a group (1008, with a share ticket 1044), a group tool
 * (1158), a group to-do (1160). From base library 2.17.3 on a plain card tells its group too.
 */
const GROUP_SCENES: readonly number[] = [1008, 1044, 1158, 1160];

export const cameFromGroup = (): boolean => !isH5 && GROUP_SCENES.includes(Taro.getEnterOptionsSync().scene);

const refused: CallResult<never> = { ok: false, error: { code: 'unavailable', message: '微信没有给出群信息，请从群里的卡片重新进入。' } };

/** Takes part for the group from which the mini-program was opened. */
export async function joinGroup(): Promise<CallResult<{ readonly groupCode: string }>> {
  try {
    // A sign-in after the login below would change the key that decrypts what the group says.
    if (currentToken() === null) await signIn();
    const { code } = await Taro.login();
    const { encryptedData, iv } = (await Taro.getGroupEnterInfo({})) as Taro.getGroupEnterInfo.SuccessCallbackResult;
    return await call('contest.join-group', { code, encryptedData, iv });
  } catch {
    return refused;
  }
}
