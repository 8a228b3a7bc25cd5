import type { ManuscriptView } from '../../contract/newsroom/manuscript';

/** What of a manuscript is looked at; on a desktop `write` stands beside the others. */
export type Part = 'write' | 'preview' | 'check' | 'flow' | 'versions';

/** Where the next thing to do is. */
export function openingPart({ may, state }: ManuscriptView, wide: boolean): Part {
  if (may.includes('approve') || may.includes('publish')) return 'flow';
  if (wide) return 'preview';
  return may.includes('save') && state === 'draft' ? 'write' : 'preview';
}
