import { BUILT_IN_TAGS } from '../view-engine';
import type { Recorder } from '../recorder';
import { ABSENT_APIS } from './absent';
import { asyncApi, type ApiTable, type Options, type WxHost } from './api';

/** Reading these says nothing about the app, and Taro reads them all the time. */
const UNRECORDED = new Set(['canIUse', 'nextTick']);

/**
 * Puts `wx` together: every call is recorded before it runs. An API of WeChat that the host lacks is present, fails,
 * and is a problem; a name WeChat does not have either is `undefined`, as on a phone.
 */
export function buildWx(host: WxHost, recorder: Recorder, parts: readonly ApiTable[], extras: Options): Options {
  const provided = Object.assign({}, ...parts) as ApiTable;
  const names = Object.keys(provided).sort();
  const missing = ABSENT_APIS.filter((name) => !(name in provided)).map((name): [string, ApiTable[string]] => [
    name,
    (options: Options = {}) => {
      if (host.answers.has(name)) return asyncApi(host, name)(options);
      const message = `wx.${name} is not in the test host; answer it with app.answer('${name}', …). Provided: ${names.join(', ')}`;
      host.problems.add('platform rule', message);
      throw new Error(message);
    },
  ]);
  const canIUse = (schema: string): boolean => {
    const [first = ''] = schema.split('.');
    return first in provided || BUILT_IN_TAGS.includes(first);
  };
  const table: ApiTable = {
    ...Object.fromEntries(missing),
    ...provided,
    canIUse,
    nextTick: (callback: () => void) => void host.clock.setTimeout(callback),
  };
  const recorded = Object.entries(table).map(([name, run]) => [
    name,
    (...args: never[]): unknown => {
      if (!UNRECORDED.has(name)) recorder.call(name, args);
      return run(...args);
    },
  ]);
  return { ...(Object.fromEntries(recorded) as Options), ...extras, env: { USER_DATA_PATH: 'wxfile://usr' } };
}
