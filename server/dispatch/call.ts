import type { UseCaseName } from '../../src/contract/actions';
import type { UseCase } from '../use-case';

/** Who the platform says is calling, where it vouches for that itself (a cloud function's context). */
export interface PlatformIdentity {
  readonly provider: 'wechat';
  readonly subject: string;
}

/** One call, as an entry hands it over. Nothing in it has been checked. */
export interface Call {
  readonly action: string;
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
  /** What the caller showed as its session's token, well-formed or not. */
  readonly token?: string | undefined;
  /** Taken before a token. */
  readonly platformIdentity?: PlatformIdentity | undefined;
}

export type UseCases = { readonly [Name in UseCaseName]: UseCase<Name> };
