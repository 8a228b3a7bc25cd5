interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Stands for no choice made, which is a choice as well. */
export const NONE = 'none';

export const withNone = (name: string, choices: readonly Choice[]): readonly Choice[] => [{ id: NONE, name }, ...choices];
