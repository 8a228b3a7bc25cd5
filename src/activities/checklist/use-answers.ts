import { useState } from 'react';
import type { ChecklistAnswer, ChecklistItem } from '../../contract/activity/checklist';
import { dropAnswers, keepAnswers, readAnswers, type ChecklistAnswers } from '../../platform/activity/checklist-answers';

interface Answering {
  readonly answers: ChecklistAnswers;
  /** Whether this device keeps them; false in a browser that keeps nothing. */
  readonly kept: boolean;
  readonly answer: (itemId: string, answer: ChecklistAnswer) => void;
  readonly clear: () => void;
}

/** The answers to one list, kept on the device with every tap. What an older edition of the list asked is left out. */
export function useAnswers(checklistId: string, items: readonly ChecklistItem[]): Answering {
  const [answers, setAnswers] = useState(() => {
    const asked = new Set(items.map(({ id }) => id));
    return Object.fromEntries(Object.entries(readAnswers(checklistId)).filter(([id]) => asked.has(id)));
  });
  const [kept, setKept] = useState(true);
  return {
    answers,
    kept,
    answer: (itemId, answer) => {
      const next = { ...answers, [itemId]: answer };
      setAnswers(next);
      setKept(keepAnswers(checklistId, next));
    },
    clear: () => {
      dropAnswers(checklistId);
      setAnswers({});
    },
  };
}
