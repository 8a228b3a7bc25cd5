import type { UseCase } from '../../use-case';

export const listTemplates: UseCase<'message.templates'> = ({ caller: { person }, templateIds }) =>
  Promise.resolve({ templates: person.kind === 'wechat' && Object.keys(templateIds).length > 0 ? templateIds : null });
