import { refuse } from '../../refusal';
import { makeChange } from '../../request/make-change';
import type { UseCase } from '../../use-case';

export const concludeRequest: UseCase<'request.conclude'> = (context, { outcome, reply, responsible, ...at }) => {
  const elsewhere = outcome === 'not-our-duty';
  if (elsewhere && responsible === '') return Promise.resolve(refuse('invalid_input', undefined, { responsible: '请写明由哪个单位负责，企业好去联系。' }));
  return makeChange(context, at, 'conclude', { note: reply, detail: { outcome, ...(elsewhere && { responsible }) }, set: { outcome } });
};
