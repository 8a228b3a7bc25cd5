import Taro from '@tarojs/taro';
import { isH5 } from './environment';
import { confirm } from './notify';

/** What the first page needs comes over the network before what is kept for later. */
const AFTER_MS = 3_000;

/** On H5, lets the site open without a network, and says so where a page cannot. In WeChat the package is on the device. */
export function openOffline(): void {
  if (!isH5) return;
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (isMissingCode(reason)) void tellMissing();
  });
  // Development builds name their scripts without a hash.
  if (process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator) setTimeout(() => void register(), AFTER_MS);
}

async function register(): Promise<void> {
  const isFirst = navigator.serviceWorker.controller === null;
  try {
    await navigator.serviceWorker.register('service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    // What came before the worker was there, it has not seen. Of these it keeps what its routes name.
    const urlsToCache = performance.getEntriesByType('resource').map(({ name }) => name);
    if (isFirst) active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } });
  } catch {
    // Some browsers refuse it in a private window; with a network the site is the same.
  }
}

/** webpack’s two errors, of a script and of a style. */
const isMissingCode = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ChunkLoadError' || ('code' in error && error.code === 'CSS_CHUNK_LOAD_FAILED'));

/** Taro shows nothing where a page's code did not come: the page before, or an empty screen. */
async function tellMissing(): Promise<void> {
  const isEmpty = Taro.getCurrentPages().length === 0;
  const again = await confirm({
    ...(navigator.onLine
      ? { title: '页面没有打开', text: '可能是网络不太好，也可能是网站刚刚更新过，请重新载入。' }
      : { title: '这一页需要网络', text: '这一页还没有在这台设备上打开过。请连上网络，再重新载入。' }),
    yes: '重新载入',
    no: isEmpty ? '回首页' : '返回',
  });
  if (again) window.location.reload();
  else if (isEmpty) void Taro.reLaunch({ url: '/pages/home/index' });
  else window.history.back();
}
