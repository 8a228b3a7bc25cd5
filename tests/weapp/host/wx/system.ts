import { asyncApi, type ApiTable, type WxHost } from './api';
import type { Network } from './request';

/** An ordinary phone: 375 points wide, default letters, light theme. Tests override single fields. */
export interface SystemInfo {
  brand: string;
  model: string;
  system: string;
  platform: string;
  pixelRatio: number;
  screenWidth: number;
  screenHeight: number;
  windowWidth: number;
  windowHeight: number;
  statusBarHeight: number;
  safeArea: { left: number; right: number; top: number; bottom: number; width: number; height: number };
  language: string;
  version: string;
  SDKVersion: string;
  theme: 'light' | 'dark';
  fontSizeSetting: number;
  fontSizeScaleFactor: number;
}

export const DEFAULT_SYSTEM: SystemInfo = {
  brand: 'test',
  model: 'test phone',
  system: 'Android 13',
  platform: 'android',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.8.0',
  theme: 'light',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
};

export interface Entry {
  path: string;
  query: Readonly<Record<string, string>>;
  scene: number;
}

const CAPSULE = { width: 87, height: 32, left: 281, right: 368, top: 48, bottom: 80 };

export function systemApis(host: WxHost, system: SystemInfo, network: Network, entry: Entry): ApiTable {
  const read = () => host.realm.adopt({ ...system, host: { env: 'WeChat' } });
  const readEntry = () => host.realm.adopt({ ...entry, referrerInfo: {}, apiCategory: 'default' });
  const updateManager = {
    onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) => {
      host.clock.setTimeout(() => listener({ hasUpdate: false }));
    },
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  };
  const randomValues = ({ length, success }: { length: number; success: (result: { randomValues: ArrayBuffer }) => void }) => {
    host.clock.setTimeout(() => success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }));
  };
  return {
    getSystemInfoSync: read,
    getSystemInfo: asyncApi(host, 'getSystemInfo', () => ({ ...system })),
    getSystemInfoAsync: asyncApi(host, 'getSystemInfoAsync', () => ({ ...system })),
    getAppBaseInfo: read,
    getWindowInfo: read,
    getDeviceInfo: read,
    getSystemSetting: () => host.realm.adopt({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => host.realm.adopt({ notificationAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => host.realm.adopt(CAPSULE),
    getAccountInfoSync: () =>
      host.realm.adopt({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: readEntry,
    getEnterOptionsSync: readEntry,
    getNetworkType: asyncApi(host, 'getNetworkType', () => ({ networkType: network.type })),
    getUpdateManager: () => updateManager,
    getUserCryptoManager: () => ({ getRandomValues: randomValues }),
    getLogManager: () => logger(),
    getRealtimeLogManager: () => logger(),
    reportEvent: () => undefined,
    reportMonitor: () => undefined,
    reportAnalytics: () => undefined,
  };
}

const logger = () => {
  const silent = () => undefined;
  return { log: silent, debug: silent, info: silent, warn: silent, error: silent, setFilterMsg: silent };
};
