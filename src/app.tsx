import { reLaunch, useLaunch, usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { resumeCheckIns } from './platform/booking/check-in-queue';
import { openOffline } from './platform/offline';
import { resumeFilings } from './platform/request/filing';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  // An old card or link to a page that has moved: home is better than nothing.
  usePageNotFound(() => void reLaunch({ url: '/pages/home/index' }));
  useLaunch(() => {
    openOffline();
    resumeFilings();
    resumeCheckIns();
  });
  return children;
}
