import { View } from '@tarojs/components';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import type { RequestView } from '../../contract/request/request';
import type { CallError } from '../../platform/call';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';
import type { Start } from './state/restore';

/** What the office asked for when it sent the request back. */
export function WhatIsMissing({ request }: { request: RequestView }) {
  const note = [...request.timeline].reverse().find(({ kind }) => kind === 'return')?.note;
  return (
    <View className={styles.notice}>
      <Notice tone='promise'>{`${request.officeName}请您补充：${note ?? '请核对并补充各项内容。'}`}</Notice>
    </View>
  );
}

interface RestoredProps {
  readonly start: Start;
  readonly returned: boolean;
  readonly onStartOver: () => void;
}

/** That the form goes on with what was typed before, and what of it is possible no longer. */
export function Restored({ start: { restored, fromOtherCampaign, removed }, returned, onStartOver }: RestoredProps) {
  return (
    <>
      {restored ? (
        <View className={styles.restored}>
          <View>{fromOtherCampaign ? '上次填写的内容属于往届活动，已为您保留，请核对后再提交。' : '继续上次没填完的内容。'}</View>
          <Pressable className={styles.startOver} onPress={onStartOver}>
            {returned ? '恢复原来的内容' : '清空重填'}
          </Pressable>
        </View>
      ) : null}
      {removed.length === 0 ? null : (
        <View className={styles.notice}>
          <Notice tone='promise'>{`${removed.map((label) => `“${label}”`).join('、')}里原来选的已经不能再选，请重新选择。`}</Notice>
        </View>
      )}
    </>
  );
}

/** It is on this device, and goes out by itself. */
export function Waiting() {
  return (
    <View className={styles.notice}>
      <Notice tone='promise' alert>
        网络没有连上，申请还没有送到。内容已保存在本机，网络恢复后会自动提交，不会重复；您可以先离开这个页面。
      </Notice>
    </View>
  );
}

/** The text stays in the form; a key that was used up means the request did arrive. */
export function NotSent({ error: { code, message } }: { error: CallError }) {
  if (code !== 'key_reused') {
    return (
      <Notice tone='wrong' alert>
        {`${message}您填写的内容已保存在本机。`}
      </Notice>
    );
  }
  return (
    <Notice tone='good' alert>
      这份申请此前已经提交成功。
      <Pressable
        role='link'
        className={styles.startOver}
        onPress={() => {
          open('/service/requests/index');
        }}
      >
        查看我的申请
      </Pressable>
    </Notice>
  );
}
