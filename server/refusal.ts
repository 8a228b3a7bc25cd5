import { errorKinds, type ErrorCode, type FieldErrors } from '../src/contract/errors';

/**
 * An expected "no". A use case returns it; the dispatch rolls the transaction back and answers with it, so a refusal
 * never leaves anything behind. `message` and `fields` are for the person and in Chinese.
 */
export class Refusal {
  constructor(
    readonly code: ErrorCode,
    readonly message: string,
    readonly fields?: FieldErrors,
  ) {}
}

export const refuse = (code: ErrorCode, message: string = errorKinds[code].message, fields?: FieldErrors): Refusal =>
  new Refusal(code, message, fields);
