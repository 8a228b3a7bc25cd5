import { refuse } from '../../refusal';
import { addGrants } from '../../storage/message/subscription-store';
import type { UseCase } from '../../use-case';

export const noteGrants: UseCase<'message.granted'> = async ({ db, caller: { person }, now, templateIds }, input) => {
  if (person.kind !== 'wechat') return refuse('forbidden', '在微信里使用时，才能开启微信提醒。');
  // What was configured when the person was asked may not be any more.
  const templates = input.templates.filter((template) => templateIds[template] !== undefined);
  await addGrants(db, person.id, templates, now);
  return { templates };
};
