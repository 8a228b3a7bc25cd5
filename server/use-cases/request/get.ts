import { actorsOf, refuseUnknown } from '../../request/access';
import { requestView } from '../../request/view';
import { findRequest } from '../../storage/request/request-store';
import type { UseCase } from '../../use-case';

export const getRequest: UseCase<'request.get'> = async (context, { id }) => {
  const request = await findRequest(context.db, id);
  return request && (await actorsOf(context, request)).length > 0 ? requestView(context, request) : refuseUnknown();
};
