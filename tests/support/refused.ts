import type { ErrorCode, Reply } from '../../src/contract/errors';
import { errorOf, type TestServer } from './server';
import { tableContents } from './table-contents';

/** Expects a call to be refused with this code and to leave every table as it was; gives the words of the refusal. */
export async function refusedUnchanged(server: TestServer, code: ErrorCode, call: () => Promise<Reply<unknown>>): Promise<string> {
  const before = await tableContents(server.db);
  const error = errorOf(await call());
  expect(error.code).toBe(code);
  expect(await tableContents(server.db)).toEqual(before);
  return error.message;
}
