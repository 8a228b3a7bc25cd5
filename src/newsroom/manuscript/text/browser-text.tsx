import { useEffect, useRef, type KeyboardEvent } from 'react';
import { errorAnchor } from '../../../components/form/field';
import { applyTool, insertPicture, tools, type Edit } from './markdown-edit';
import type { MarkdownFieldProps } from './markdown-field';
import styles from './markdown-field.module.scss';
import { placeIn } from './place-in';
import { Toolbar } from './toolbar';

/** The browser's own element: Taro's hides in a web component where neither label nor selection reaches it. */
export function BrowserText({ initial, error, place, pickPicture, onInput, onLeave }: MarkdownFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);

  const edit = (make: (selected: { text: string; start: number; end: number }) => Edit) => {
    if (field.current === null) return;
    const { value, selectionStart, selectionEnd } = field.current;
    write(field.current, make({ text: value, start: selectionStart, end: selectionEnd }));
    onInput(field.current.value);
  };

  useEffect(() => {
    if (place === null || field.current === null) return;
    const { start, end } = placeIn(field.current.value, place);
    select(field.current, start, end);
    field.current.scrollIntoView({ block: 'nearest' });
  }, [place]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const tool = tools.find(({ key }) => key === event.key.toLowerCase());
    if (tool === undefined || event.altKey || event.shiftKey) return;
    event.preventDefault();
    edit((selected) => applyTool(tool.id, selected));
  };

  return (
    <>
      <Toolbar
        onTool={(tool) => {
          edit((selected) => applyTool(tool, selected));
        }}
        onPicture={() => {
          void pickPicture().then((picture) => {
            if (picture === null) field.current?.focus();
            else edit((selected) => insertPicture(selected, picture));
          });
        }}
      />
      <textarea
        ref={field}
        className={`${styles.text} ${error === undefined ? '' : styles.wrong}`}
        aria-label='正文'
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorAnchor('markdown')}
        defaultValue={initial}
        onInput={(event) => {
          onInput(event.currentTarget.value);
        }}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** Typed rather than set, so that the browser can undo it. */
function write(field: HTMLTextAreaElement, { from, to, insert, start, end }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- It has no successor: whatever else sets a field's text takes away its undo.
  const isTyped = document.execCommand('insertText', false, insert);
  if (!isTyped) field.setRangeText(insert, from, to);
  field.setSelectionRange(start, end);
}

/** A browser brings a selection into view when the field gets the focus, and not when it has it. */
function select(field: HTMLTextAreaElement, start: number, end: number): void {
  field.setSelectionRange(start, end);
  field.blur();
  field.focus();
}
