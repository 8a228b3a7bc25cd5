import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { EventRow } from '../../contract/booking/event';
import { calendarFile } from '../../domain/booking/calendar-file';
import { isH5 } from '../../platform/environment';
import { allowInSettings } from '../../platform/device/permission';
import { addToCalendar, type CalendarAdded } from '../../platform/device/phone-calendar';
import styles from './calendar-button.module.scss';

/** Puts an event into the phone's own calendar. */
export function CalendarButton({ event }: { event: EventRow }) {
  const [outcome, setOutcome] = useState<CalendarAdded | null>(null);
  const add = async () => {
    setOutcome(await addToCalendar(event, calendarFile(event)));
  };
  const allow = async () => {
    if (await allowInSettings('scope.addPhoneCalendar')) await add();
  };
  return (
    <View className={styles.calendar}>
      <Button look='plain' icon='clock' text='添加到手机日历' onPress={() => void add()} />
      {outcome === null ? null : <Outcome outcome={outcome} onAllow={() => void allow()} />}
    </View>
  );
}

function Outcome({ outcome, onAllow }: { outcome: CalendarAdded; onAllow: () => void }) {
  switch (outcome) {
    case 'added':
      return (
        <Notice tone='good' alert>
          {isH5 ? '日历文件已开始下载，打开它就能添加到日历。' : '已添加到手机日历，提前一天提醒。'}
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice tone='info' alert>
          没有添加。需要时可以再点一次，只会添加这一场，不会查看您的日程。
        </Notice>
      );
    case 'denied':
      return (
        <>
          <Notice tone='info' alert>
            没有添加：您没有允许本小程序添加日程。可以到设置里打开“添加到日历”，不会查看您的日程。
          </Notice>
          <Button look='plain' text='去设置里允许' onPress={onAllow} />
        </>
      );
    case 'failed':
      return (
        <Notice tone='wrong' alert>
          没有添加成功，请重试；也可以记下时间和地点，手动添加。
        </Notice>
      );
  }
}
