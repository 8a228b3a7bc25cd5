import type { ComponentProps } from 'react';
import { monthDayWeekday } from '../../domain/china-time';
import { PickerField } from './picker-field';

type PickedProps = Omit<ComponentProps<typeof PickerField>, 'mode' | 'words'>;

/** One calendar date, `YYYY-MM-DD`. */
export function DateField(props: PickedProps) {
  const { chosen } = props;
  return <PickerField {...props} mode='date' words={chosen === '' ? '请选择日期' : `${chosen.slice(0, 4)} 年 ${monthDayWeekday(chosen)}`} />;
}

/** A time of day, `HH:mm`. */
export function TimeField(props: PickedProps) {
  return <PickerField {...props} mode='time' words={props.chosen === '' ? '请选择时间' : props.chosen} />;
}
