import Taro from '@tarojs/taro';
import { isH5 } from './environment';

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

/** How long to wait after so many failures in a row. */
export const retryAfterMs = (failures: number): number => Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);

/** Calls when the network comes back. Returns its own clean-up. */
export function onNetworkReturn(listener: () => void): () => void {
  if (isH5) {
    window.addEventListener('online', listener);
    return () => {
      window.removeEventListener('online', listener);
    };
  }
  const onChange = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) listener();
  };
  Taro.onNetworkStatusChange(onChange);
  return () => {
    Taro.offNetworkStatusChange(onChange);
  };
}
