import { useRef, useState } from 'react';

export interface PickedPicture {
  readonly id: string;
  readonly alt: string;
  /** In the width of a phone. */
  readonly url: string;
}

/** Lets the person choose a picture; null when none was chosen. */
export type PicturePick = () => Promise<PickedPicture | null>;

export interface PicturePicking {
  readonly isOpen: boolean;
  readonly pick: PicturePick;
  /** Ends the choice. */
  readonly end: (picture: PickedPicture | null) => void;
}

/** Asks for a picture of the library, as a question that is answered once. */
export function usePicturePicker(): PicturePicking {
  const [isOpen, setOpen] = useState(false);
  const answer = useRef<((picture: PickedPicture | null) => void) | null>(null);
  return {
    isOpen,
    pick: () => {
      answer.current?.(null);
      setOpen(true);
      return new Promise((resolve) => {
        answer.current = resolve;
      });
    },
    end: (picture) => {
      setOpen(false);
      const tell = answer.current;
      answer.current = null;
      // What was hidden meanwhile is back when it hears of it, so it can take the focus.
      setTimeout(() => tell?.(picture));
    },
  };
}
