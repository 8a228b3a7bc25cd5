import Taro from '@tarojs/taro';
import { TEMPLATES_A_TAP, type TemplateIds } from '../contract/message';
import type { MessageTemplate } from '../domain/message-kind';
import { call } from './call';
import { isH5 } from './environment';
import { newIdempotencyKey } from './idempotency-key';

let known: TemplateIds['templates'] = null;
let reading: Promise<void> | null = null;

/**
 * Reads once which templates may be asked for. WeChat takes its question only from within a tap, so nothing may be
 * waited for then. Does nothing on H5.
 */
export function prepareSubscriptions(): void {
  if (isH5) return;
  reading ??= call('message.templates', {}).then((result) => {
    if (result.ok) known = result.data.templates;
    else reading = null;
  });
}

/**
 * Asks the person in WeChat's own dialog which messages it may send. To be called first thing in a tap's handler; what
 * the tap is for goes on meanwhile. Whoever says no, or has switched such questions off, sees nothing more of it.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
export function askToSubscribe(templates: readonly MessageTemplate[]): void {
  const wanted = templates.flatMap((template) => {
    const id = known?.[template];
    return id === undefined ? [] : [{ template, id }];
  });
  if (wanted.length > 0) void ask(wanted.slice(0, TEMPLATES_A_TAP));
}

async function ask(wanted: readonly { readonly template: MessageTemplate; readonly id: string }[]): Promise<void> {
  try {
    // `entityIds` are Alipay's; Taro's type asks for both.
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds: wanted.map(({ id }) => id), entityIds: [] });
    // `accept`, or `acceptWithAudio` and the like.
    const granted = wanted.filter(({ id }) => String(Reflect.get(answers, id)).startsWith('accept')).map(({ template }) => template);
    if (granted.length > 0) await call('message.granted', { templates: granted }, newIdempotencyKey());
  } catch {
    // WeChat refuses to ask: the person has switched it off, or the app went to the background.
  }
}
