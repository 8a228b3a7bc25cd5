import { Textarea } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { applyTool, edited, insertPicture, type Edit, type Selected } from './markdown-edit';
import type { MarkdownFieldProps } from './markdown-field';
import styles from './markdown-field.module.scss';
import { placeIn } from './place-in';
import { Toolbar } from './toolbar';

interface Given {
  readonly turn: number;
  readonly text: string;
  /** Null at first: the keyboard stays away until something is done. */
  readonly selection: { readonly start: number; readonly end: number } | null;
}

interface Told {
  readonly detail: { readonly value: string; readonly cursor: number };
}

/**
 * The field keeps its own text: a controlled one would travel with every setData, and what arrives late would undo what
 * was typed meanwhile. So a tool puts a new field in its place. WeChat tells where the cursor is, and no selection.
 */
export function WechatText({ initial, error, place, pickPicture, onInput, onLeave }: MarkdownFieldProps) {
  const typed = useRef<Selected>({ text: initial, start: initial.length, end: initial.length });
  const [given, setGiven] = useState<Given>({ turn: 0, text: initial, selection: null });

  const edit = (make: (selected: Selected) => Edit) => {
    const made = make(typed.current);
    const text = edited(typed.current, made);
    typed.current = { text, start: made.start, end: made.end };
    setGiven(({ turn }) => ({ turn: turn + 1, text, selection: made }));
    onInput(text);
  };

  useEffect(() => {
    if (place === null) return;
    const { text } = typed.current;
    setGiven(({ turn }) => ({ turn: turn + 1, text, selection: placeIn(text, place) }));
  }, [place]);

  const note = ({ detail: { value, cursor } }: Told) => {
    typed.current = { text: value, start: cursor, end: cursor };
  };

  return (
    <>
      <Toolbar
        onTool={(tool) => {
          edit((selected) => applyTool(tool, selected));
        }}
        onPicture={() => {
          void pickPicture().then((picture) => {
            if (picture !== null) edit((selected) => insertPicture(selected, picture));
          });
        }}
      />
      <Textarea
        key={given.turn}
        className={`${styles.text} ${error === undefined ? '' : styles.wrong}`}
        aria-label='正文'
        defaultValue={given.text}
        maxlength={-1}
        {...(given.selection === null ? {} : { focus: true, selectionStart: given.selection.start, selectionEnd: given.selection.end })}
        onInput={(event) => {
          note(event);
          onInput(event.detail.value);
        }}
        onBlur={(event) => {
          note(event);
          onLeave();
        }}
      />
    </>
  );
}
