import type { Input } from '../../../src/contract/actions';
import type { RequestView } from '../../../src/contract/request/request';
import type { FieldValues } from '../../../src/domain/request/field';
import { dataOf, type TestCaller } from '../server';

/** A complete form for an expert's visit, its days on offer on 2017-09-07; the area, 开发区, has an office of its own. */
export const sampleValues = {
  firmName: '天津示例食品有限公司',
  creditCode: '91350100M000100Y43',
  contactName: '示例联系人',
  phone: '13800001234',
  areaId: 'kaifaqu',
  subjectId: 'three-sames',
  need: '想了解出口产品转内销时，怎样做到同线、同标、同质。',
  preferredDates: ['2017-09-12', '2017-09-13'],
} as const satisfies FieldValues;

interface Changes extends Omit<Partial<Input<'request.submit'>>, 'values'> {
  /** In place of, or beside, those of the sample. */
  readonly values?: FieldValues;
}

export const sampleRequest = ({ values, ...changes }: Changes = {}): Input<'request.submit'> => ({
  campaignId: 'tianjin-2017',
  kindId: 'expert-visit',
  values: { ...sampleValues, ...values },
  consent: true,
  ...changes,
});

/** The form without what only filing asks. */
export const sampleCompletion = ({ values, ...changes }: Changes & { id: string; version: number }): Input<'request.complete'> => ({
  values: { ...sampleValues, ...values },
  ...changes,
});

export const fileRequest = async (firm: TestCaller, changes: Changes = {}): Promise<RequestView> => dataOf(await firm.call('request.submit', sampleRequest(changes)));
