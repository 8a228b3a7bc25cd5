import { isRecord } from '../request/filling';
import { PERSONAL_PREFIX, read, remove, write } from '../storage';

export interface BookingForm {
  readonly name: string;
  readonly phone: string;
  readonly firmName: string;
}

const KEY = `${PERSONAL_PREFIX}booking`;

const isForm = (value: unknown): value is BookingForm => isRecord(value) && [value.name, value.phone, value.firmName].every((text) => typeof text === 'string');

/** What was typed and not sent yet, for whichever event. */
export const readBookingForm = (): BookingForm => read(KEY, isForm) ?? { name: '', phone: '', firmName: '' };

/** Says whether it was kept. */
export const keepBookingForm = (form: BookingForm): boolean => write(KEY, form);

export const dropBookingForm = (): void => {
  remove(KEY);
};
