interface Section {
  readonly name: string;
  readonly count: number;
}

/** The parts into which articles fall, as choices that say how much each has. */
export const sectionChoices = (sections: readonly Section[]): readonly { readonly id: string; readonly name: string }[] =>
  sections.map(({ name, count }) => ({ id: name, name: `${name} ${count}` }));
