import type { PersonView } from '../../../src/contract/session';
import { appreciatedInWechat } from '../../../src/domain/essay/appreciation';
import { refuse, type Refusal } from '../../refusal';
import { findEssay, hasAppreciated, putAppreciation, removeAppreciation, type StoredEssay } from '../../storage/essay/essay-store';
import type { UseCase } from '../../use-case';
import { refuseUnknownEssay } from './access';

/** Why this person's appreciation does not count; null when it does. */
export function appreciationRefusal(essay: Pick<StoredEssay, 'personId'>, person: PersonView): Refusal | null {
  if (essay.personId === person.id) return refuse('forbidden', '这是您自己的作品，由其他人来赞赏。');
  if (person.kind === 'guest') return refuse('forbidden', appreciatedInWechat);
  return null;
}

/** While the essay is in the gallery: what was taken back can be given again, and still counts once. */
export const appreciateEssay: UseCase<'essay.appreciate'> = async ({ db, caller: { person }, now }, { id, appreciate }) => {
  const essay = await findEssay(db, id);
  if (essay?.state !== 'accepted') return refuseUnknownEssay();
  const refused = appreciationRefusal(essay, person);
  if (refused) return refused;
  if (appreciate) await putAppreciation(db, { essayId: id, personId: person.id, at: now });
  else await removeAppreciation(db, id, person.id);
  const [after, appreciated] = await Promise.all([findEssay(db, id), hasAppreciated(db, id, person.id)]);
  return { appreciated, appreciationCount: after?.appreciationCount ?? 0 };
};
