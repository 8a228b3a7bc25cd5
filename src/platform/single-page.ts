import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/** How WeChat says that a page was opened alone, from Moments. */
const MOMENTS_SCENE = 1154;

let single: boolean | null = null;

/**
 * Whether the page stands alone in Moments: there WeChat signs nobody in, opens no other page, draws no tab bar and keeps a
 * storage apart from the app's; its own bar below the page leads to the app. It stays so for as long as the app runs.
 */
export function isSinglePage(): boolean {
  single ??= !isH5 && Taro.getLaunchOptionsSync().scene === MOMENTS_SCENE;
  return single;
}
