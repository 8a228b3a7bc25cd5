import * as v from 'valibot';
import { normalisePhone } from '../domain/phone';

/** A mainland mobile number or a landline with its area code, as digits. */
export const phone = v.pipe(
  v.string('请填写联系电话。'),
  v.maxLength(40, '联系电话过长，请填写 11 位手机号，或带区号的座机号。'),
  v.transform(normalisePhone),
  v.check((value) => value !== null, '请填写 11 位手机号，或带区号的座机号，如 022-12345678。'),
  v.transform((value) => value ?? ''),
);
