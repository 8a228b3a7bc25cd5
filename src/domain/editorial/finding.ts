export type EditorialField = 'title' | 'summary' | 'tags' | 'details.section' | 'body' | 'cover' | 'place' | 'happenedOn';

export type EditorialRule =
  | 'body-name'
  | 'office-name'
  | 'theme'
  | 'ordinal'
  | 'phone'
  | 'identity-number'
  | 'bank-card'
  | 'alternative-text'
  | 'link'
  | 'punctuation'
  | 'full-width'
  | 'quotation-marks'
  | 'superlative'
  | 'date'
  | 'weekday';

/** Something that whoever signs the text should see before it is published. */
export interface Finding {
  readonly rule: EditorialRule;
  /** `must`: it is wrong, and keeps the text from being published. `should`: most likely wrong; a person decides. */
  readonly severity: 'must' | 'should';
  readonly field: EditorialField;
  /** 1-based, in the body alone. */
  readonly line?: number;
  /** Where the excerpt begins in the field, in the body in the line; in UTF-16 units, from 0. */
  readonly at: number;
  /** As it stands in the text. */
  readonly excerpt: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
  /** What to write in place of the excerpt; null where only the writer can know. */
  readonly suggestion: string | null;
}

/** What an editor has written. */
export interface EditorialText {
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  /** Markdown. */
  readonly body: string;
  /** Where the body's links lead, as it is rendered. */
  readonly links: readonly string[];
  readonly place: string | null;
  /** `2017-09-04` */
  readonly happenedOn: string | null;
  readonly cover: { readonly alt: string } | null;
  readonly details: { readonly section: string | null };
}

/** What the rules know of the campaign. */
export interface EditorialContext {
  /** Word for word, with its punctuation. */
  readonly theme: string;
  readonly organiser: string;
  /** Of every office its name and its short name. */
  readonly officeNames: readonly string[];
  /** `2017-09-01` */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Whether a page of the app, with what its address names, can be opened by a reader. */
  readonly exists: (link: string) => boolean;
}
