import { fieldAnchor } from '../../../components/form/field';
import { isH5 } from '../../../platform/environment';
import { scrollToId } from '../../../platform/scroll';

/** A field's id on the page, by its name in the content: a dot would be read as a class by a selector. */
export const fieldId = (field: string): string => field.replace(/\./g, '-');

/** Brings a field into view, and in a browser puts the cursor there. */
export function goToField(field: string): void {
  const anchor = fieldAnchor(fieldId(field));
  scrollToId(anchor);
  if (isH5) document.getElementById(anchor)?.querySelector<HTMLElement>('input, select, textarea, [tabindex="0"]')?.focus();
}
