import { findRequest } from '../../storage/stores/request-store';
import type { UseCase } from '../../use-case';
import { actorsOf, refuseUnknown } from './request-access';
import { requestView } from './request-view';

export const getRequest: UseCase<'request.get'> = async (context, { id }) => {
  const request = await findRequest(context.db, id);
  return request && actorsOf(context, request).length > 0 ? requestView(context, request) : refuseUnknown();
};
