import Taro from '@tarojs/taro';
import { isH5 } from './environment';

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
