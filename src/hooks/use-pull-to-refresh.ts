import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';

/** Reads again when the page is pulled down; the page's configuration must enable it. */
export function usePullToRefresh(reload: () => Promise<void>): void {
  usePullDownRefresh(() => {
    void reload().finally(() => {
      stopPullDownRefresh();
    });
  });
}
