/** Makes a function of compiled template code in the host's own JavaScript world, where its engine and data live. */
export function evaluate(parameters: readonly string[], body: string): (...args: unknown[]) => unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- compiled templates are code, and trusted: we built them
  return new Function(...parameters, body) as (...args: unknown[]) => unknown;
}
