import { randomUUID } from 'node:crypto';
import type { Input } from '../../../src/contract/actions';
import type { RequestView } from '../../../src/contract/request/request';
import type { ExpertView } from '../../../src/contract/visit/expert';
import type { FieldValues } from '../../../src/domain/request/field';
import { fileRequest } from './sample-request';
import { dataOf, type TestCaller, type TestServer } from '../server';

/** Everywhere, for the subject of the sample request. */
export const sampleExpert = (changes: Partial<Input<'expert.add'>> = {}): Input<'expert.add'> => ({
  name: '示例专家丙',
  officeId: 'bureau',
  subjectIds: ['three-sames'],
  areaIds: [],
  weeklyLimit: 5,
  active: true,
  ...changes,
});

export const addExpert = async (server: TestServer, changes: Partial<Input<'expert.add'>> = {}): Promise<ExpertView> =>
  dataOf(await (await server.as('dispatcher')).call('expert.add', sampleExpert(changes)));

/** A new person who has taken up the profile by an invitation, and holds it as long as the session lasts. */
export async function asExpert(server: TestServer, { id }: Pick<ExpertView, 'id'>): Promise<TestCaller> {
  const { token } = dataOf(await (await server.as('dispatcher')).call('expert.invite', { id }));
  const person = await server.asGuest();
  dataOf(await person.call('invitation.accept', { token: token ?? '' }));
  return person;
}

/** The profile of the person who signs in as the demo's expert. */
export const profileOf = async (expert: TestCaller): Promise<ExpertView> => dataOf(await expert.call('expert.calendar', {})).expert;

export const at = ({ id, version }: Pick<RequestView, 'id' | 'version'>) => ({ id, version });

export interface Given {
  readonly values?: FieldValues;
  readonly firm?: TestCaller;
}

export async function acceptedRequest(server: TestServer, { values = {}, firm }: Given = {}): Promise<RequestView> {
  const filed = await fileRequest(firm ?? (await server.asGuest()), { values });
  return dataOf(await (await server.as('dispatcher')).call('request.accept', at(filed)));
}

export async function assignedRequest(server: TestServer, expertId: string, given: Given = {}): Promise<RequestView> {
  const accepted = await acceptedRequest(server, given);
  return dataOf(await (await server.as('dispatcher')).call('request.assign', { ...at(accepted), expertId }));
}

export const tuesday = { date: '2017-09-12', half: 'am' } as const;
export const tuesdayAfternoon = { date: '2017-09-12', half: 'pm' } as const;

export async function scheduledRequest(server: TestServer, expertId: string, given: Given & { readonly slot?: { readonly date: string; readonly half: 'am' | 'pm' } } = {}): Promise<RequestView> {
  const assigned = await assignedRequest(server, expertId, given);
  return dataOf(await (await server.as('dispatcher')).call('request.schedule', { ...at(assigned), ...(given.slot ?? tuesday) }));
}

/** From the first day that may be planned on the demo day to the end of the week after. */
export const samplePlan = (changes: Partial<Input<'plan.propose'>> = {}): Input<'plan.propose'> => ({ id: randomUUID(), fromOn: '2017-09-08', toOn: '2017-09-15', ...changes });
