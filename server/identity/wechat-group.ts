import { createDecipheriv } from 'node:crypto';
import * as v from 'valibot';
import { refuse, type Refusal } from '../refusal';
import type { OpenGroup } from '../use-case';
import { exchangeForKey, type WechatApi } from './wechat';

// https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.getGroupEnterInfo.html
// https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
const watermark = v.object({ appid: v.string() });
const groupId = v.pipe(v.string(), v.regex(/^[\w@.-]{1,128}$/));
// WeChat writes both spellings.
const groupInfo = v.union([v.object({ opengid: groupId, watermark }), v.object({ openGId: groupId, watermark })]);

// Most often the key is another one since the group was opened: wx.login was called in between.
const notOpened = (): Refusal => refuse('conflict', '没有认出这个微信群，请回到群里，重新点开分享卡片。');

/** Opens what WeChat sealed with the session's key: AES-128-CBC with PKCS#7, all of it in base64. Null when it does not open. */
function unseal(sealed: { readonly encryptedData: string; readonly iv: string }, sessionKey: string): unknown {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(sealed.iv, 'base64'));
    const text = Buffer.concat([decipher.update(sealed.encryptedData, 'base64'), decipher.final()]);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    return null;
  }
}

/** Opens a group's share card with the person's own session key, which is asked for, used and forgotten. */
export const wechatGroup = (api: WechatApi): OpenGroup =>
  async function openGroup({ code, ...sealed }) {
    const exchange = await exchangeForKey(api, code);
    if ('refusal' in exchange) return exchange;
    const result = v.safeParse(groupInfo, unseal(sealed, exchange.sessionKey));
    if (!result.success || result.output.watermark.appid !== api.appId) return { refusal: notOpened() };
    return { groupId: 'opengid' in result.output ? result.output.opengid : result.output.openGId, openid: exchange.openid };
  };
