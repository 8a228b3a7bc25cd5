import type { Capabilities, SignedInCaller } from '../../use-case';

/**
 * A browser's own identity ends with its storage, so where WeChat can vouch for people it is not enough for a role or
 * for signing another device in. Where WeChat is not configured it is the only identity there is.
 */
export const isPassingGuest = ({ caller, openGroup }: Pick<Capabilities, 'openGroup'> & { readonly caller: SignedInCaller }): boolean =>
  caller.person.kind === 'guest' && openGroup !== null;
