interface Named {
  readonly id: string;
  readonly name: string;
}

/** Content keeps whatever is still referred to (the loader sees to it), so a missing name is a defect, not an input. */
export function nameOf(items: readonly Named[], id: string): string {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`The campaign has nothing called ${id}.`);
  return item.name;
}
