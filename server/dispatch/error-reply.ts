import { errorKinds, type ErrorCode, type ErrorReply } from '../../src/contract/errors';
import type { Refusal } from '../refusal';

/** A refusal in the code's own words. */
export const errorReply = (code: ErrorCode): ErrorReply => ({ ok: false, error: { code, message: errorKinds[code].message } });

export const refusalReply = ({ code, message, fields }: Refusal): ErrorReply => ({
  ok: false,
  error: fields ? { code, message, fields } : { code, message },
});
