/** How a person appears on the board: with the name, with all but the family name starred, or by code only. */
export type NameChoice = 'real' | 'masked' | 'anonymous';

/** `张**`, of a name of three characters; a name of one character is starred whole. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = Array.from(name);
  return rest.length === 0 ? '*' : first + '*'.repeat(Math.min(rest.length, 3));
}

/** @param code the entrant's public code, of which the first four characters tell anonymous ones apart */
export function shownName(choice: NameChoice, name: string | null, code: string): string {
  if (choice === 'anonymous' || name === null) return `参赛者 ${code.slice(0, 4)}`;
  return choice === 'real' ? name : maskedName(name);
}

const hides: Readonly<Record<NameChoice, number>> = { real: 0, masked: 1, anonymous: 2 };

interface Appearance {
  readonly nameChoice: NameChoice;
  readonly name: string | null;
}

/** Whether a person appears with less of the same name than before; by code only, whatever the name was. */
export const showsLess = (before: Appearance, after: Appearance): boolean =>
  hides[after.nameChoice] > hides[before.nameChoice] && (after.nameChoice === 'anonymous' || after.name === before.name);
