import type { RequestKind } from './schema';

/** Which request asks about a subject, with the words for a link to its form. */
interface KindOfSubject {
  readonly kindId: string;
  readonly kindTitle: string;
  readonly subjectId: string;
  readonly subjectName: string;
}

/** The first of these kinds, which come in the order of the directory, that offers the subject; null when none does. */
export function kindOfSubject(kinds: readonly RequestKind[], subjectId: string | undefined): KindOfSubject | null {
  for (const { id, title, fields } of kinds) {
    const subject = fields.find(({ type }) => type === 'subject')?.choices.find((choice) => choice.id === subjectId);
    if (subject) return { kindId: id, kindTitle: title, subjectId: subject.id, subjectName: subject.name };
  }
  return null;
}
