// Jest types its matchers as `any`; these say what they are to the compiler, which is nothing in particular.

export const someText: unknown = expect.any(String);
export const someList: unknown = expect.any(Array);
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const textWith = (part: string): unknown => expect.stringContaining(part);
export const listWith = (items: readonly unknown[]): unknown => expect.arrayContaining([...items]);
