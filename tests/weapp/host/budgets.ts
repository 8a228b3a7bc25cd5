import type { HostedApp } from './hosted-app';

export interface FirstScreen {
  readonly requests: number;
  readonly setDatas: number;
  readonly setDataBytes: number;
  readonly nodes: number;
}

/** The cost of what the app has shown so far; asked right after `launch`, of its first screen. */
export function firstScreen(app: HostedApp): FirstScreen {
  const { requests, nodes } = app.measure();
  const updates = app.setDatas();
  return { requests, setDatas: updates.length, setDataBytes: updates.reduce((sum, { bytes }) => sum + bytes, 0), nodes };
}

/** Bytes of the largest single setData so far; WeChat advises 256 KB and refuses 1 MB. */
export function largestSetData(app: HostedApp): number {
  return app.measure().largestSetData;
}
