import * as v from 'valibot';
import { calendarDate } from '../fields';

export const half = v.picklist(['am', 'pm'], '请选择上午或下午。');

export const halfDay = v.strictObject({ date: calendarDate('日期'), half });
