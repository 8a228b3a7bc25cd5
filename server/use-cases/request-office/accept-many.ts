import { Refusal } from '../../refusal';
import { lockForChange } from '../../request/access';
import { changeRequest } from '../../request/change-request';
import type { UseCase } from '../../use-case';

/** Each is looked at before anything of it is written, so that one which cannot be accepted leaves the others alone. */
export const acceptRequests: UseCase<'request.accept-many'> = async (context, { requests }) => {
  const accepted: string[] = [];
  const refused: { id: string; message: string }[] = [];
  // In one order, so that two officers with the same list never wait for each other.
  for (const at of [...requests].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const locked = await lockForChange(context, at, 'accept');
    if (locked instanceof Refusal) {
      refused.push({ id: at.id, message: locked.message });
      continue;
    }
    const { request, actors, campaign } = locked;
    await changeRequest(context.db, request, { change: 'accept', actors, personId: context.caller.person.id }, { ...context, campaign });
    accepted.push(at.id);
  }
  return { accepted, refused };
};
