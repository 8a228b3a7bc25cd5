import { toJsonSchema } from '@valibot/to-json-schema';
import type { Effect, WhoMayCall } from '../src/contract/action';
import { actions } from '../src/contract/actions';
import { errorKinds } from '../src/contract/errors';

export interface ContractDescription {
  readonly actions: readonly {
    readonly name: string;
    readonly who: WhoMayCall;
    readonly effect: Effect;
    readonly summary: string;
    /** JSON Schema of what is sent. Checks that JSON Schema cannot say are left out. */
    readonly input: unknown;
  }[];
  readonly errors: readonly { readonly code: string; readonly status: number; readonly message: string }[];
}

/** The whole API in plain JSON, generated from the action map. */
export const describeContract = (): ContractDescription => ({
  actions: Object.entries(actions).map(([name, { who, effect, summary, input }]) => ({
    name,
    who,
    effect,
    summary,
    input: toJsonSchema(input, { typeMode: 'input', errorMode: 'ignore' }),
  })),
  errors: Object.entries(errorKinds).map(([code, kind]) => ({ code, ...kind })),
});
