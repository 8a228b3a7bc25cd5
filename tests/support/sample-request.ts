import type { Input } from '../../src/contract/actions';
import type { RequestView } from '../../src/contract/request';
import { dataOf, type TestCaller } from './server';

const fields = {
  firmName: '天津示例食品有限公司',
  creditCode: '91350100M000100Y43',
  creditCodeConfirmed: false,
  contactName: '示例联系人',
  phone: '13800001234',
  areaId: 'kaifaqu',
  subjectId: 'three-sames',
  need: '想了解出口产品转内销时，怎样做到同线、同标、同质。',
  preferredDates: ['2017-09-12', '2017-09-13'],
};

/** A complete form, its days on offer on 2017-09-07; the area, 开发区, has an office of its own. */
export const sampleRequest = (changes: Partial<Input<'request.submit'>> = {}): Input<'request.submit'> => ({
  campaignId: 'tianjin-2017',
  ...fields,
  consent: true,
  ...changes,
});

/** The form without what only filing asks. */
export const sampleCompletion = (changes: Partial<Input<'request.complete'>> & { id: string; version: number }): Input<'request.complete'> => ({
  ...fields,
  ...changes,
});

export const fileRequest = async (firm: TestCaller, changes: Partial<Input<'request.submit'>> = {}): Promise<RequestView> =>
  dataOf(await firm.call('request.submit', sampleRequest(changes)));
