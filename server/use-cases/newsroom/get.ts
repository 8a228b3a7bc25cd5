import { findInSight, notFound } from '../../newsroom/open-manuscript';
import type { UseCase } from '../../use-case';
import { manuscriptView } from './manuscript-view';

export const getManuscript: UseCase<'manuscript.get'> = async (context, { id }) => {
  const manuscript = await findInSight(context.db, context, id);
  return manuscript ? manuscriptView(context, manuscript) : notFound();
};
