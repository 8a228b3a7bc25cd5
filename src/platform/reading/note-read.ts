import { currentToken } from '../session';
import { transport } from '../transport';

/** Says that this person has read an article. Nobody is signed in for being counted, and nothing is said when it fails. */
export async function noteRead(id: string): Promise<void> {
  const token = currentToken();
  if (token === null) return;
  try {
    await transport({ action: 'article.note-read', input: { id }, token, key: null });
  } catch {
    // The next reading counts as well.
  }
}
