/** Why something in a body cannot be shown. */
export type ProblemCode =
  | 'too-long'
  | 'invisible'
  | 'empty'
  | 'html'
  | 'emphasis'
  | 'strike-through'
  | 'code'
  | 'indented-code'
  | 'rule'
  | 'forced-break'
  | 'heading-level'
  | 'empty-heading'
  | 'list-start'
  | 'list-too-deep'
  | 'list-content'
  | 'list-empty-item'
  | 'quote-content'
  | 'link'
  | 'link-empty'
  | 'picture-in-text'
  | 'picture-address'
  | 'picture-unknown'
  | 'picture-alt-missing'
  | 'picture-alt-long'
  | 'table-columns'
  | 'table-rows'
  | 'table-empty'
  | 'other';

/** What a body says that an article cannot show. */
export interface BodyProblem {
  /** 1-based within the body. */
  readonly line: number;
  readonly code: ProblemCode;
  /** What was found, a few characters of it; empty where the code says it all. */
  readonly found: string;
}

export type Report = (line: number, code: ProblemCode, found?: string) => void;

/** A block that cannot be read on from here; it is left out, and what follows is read as before. */
export class Unreadable extends Error {
  constructor(
    readonly line: number,
    readonly code: ProblemCode,
    readonly found = '',
  ) {
    super(code);
  }
}
