import type { SimilarRequest } from '../../../src/contract/request/office';
import { chinaIso } from '../../../src/domain/china-time';
import { likeness } from '../../../src/domain/request/likeness';
import { stateLabels } from '../../../src/domain/request/state';
import { refuse } from '../../refusal';
import { actorsOf, isOffice, refuseUnknown } from '../../request/access';
import { kindOf, subjectName } from '../../campaign/request-words';
import { officesOf } from '../../request/offices';
import { firmWords } from '../../request/words';
import { findRequest } from '../../storage/request/request-store';
import { listOfSameFirm } from '../../storage/request/similar-store';
import type { UseCase } from '../../use-case';

const MOST = 5;
/** Two ways to put one matter share about a third of their pairs of characters; two matters of one firm hardly a tenth. */
const LIKE_ENOUGH = 0.25;
const EXCERPT = 60;

export const similarRequests: UseCase<'request.similar'> = async (context, { id }) => {
  const { db, campaign } = context;
  const request = await findRequest(db, id);
  const actors = request ? await actorsOf(context, request) : [];
  if (!request || actors.length === 0) return refuseUnknown();
  if (!isOffice(actors)) return refuse('forbidden');
  const others = await listOfSameFirm(db, request, officesOf(context));
  const requests = others.map((other): SimilarRequest => ({
    id: other.id,
    version: other.version,
    receiptNumber: other.receiptNumber,
    firmName: firmWords(other),
    subject: subjectName(other, kindOf(campaign, other.kind)),
    stateLabel: stateLabels[other.state],
    submittedAt: chinaIso(other.submittedAt),
    likeness: likeness(request.need, other.need),
    excerpt: other.need.slice(0, EXCERPT),
  }));
  return { requests: requests.filter((other) => other.likeness >= LIKE_ENOUGH).sort((a, b) => b.likeness - a.likeness).slice(0, MOST) };
};
