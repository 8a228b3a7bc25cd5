import { useEffect, useRef, useState } from 'react';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptCheck } from '../../../contract/newsroom/manuscript';
import { call, type CallError } from '../../../platform/call';
import { mistakesIn } from '../saving/mistakes';

export const CHECK_AFTER_MS = 700;

export interface Check {
  /** Of the content as it was when it was last looked at; null until there is one. */
  readonly last: ManuscriptCheck | null;
  /** Another one is wanted and not here yet. */
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly retry: () => void;
}

/**
 * How a content will look and what is wrong with it, soon after each change. The last answer stays until the next one:
 * a preview that comes and goes cannot be read.
 *
 * @param wanted nothing is asked while nobody looks
 */
export function useCheck(content: ManuscriptContent, wanted: boolean): Check {
  const [last, setLast] = useState<ManuscriptCheck | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const seen = useRef<ManuscriptContent | null>(null);
  const busy = wanted && error === null && seen.current !== content;

  useEffect(() => {
    if (!wanted || seen.current === content) return undefined;
    let here = true;
    const ask = async () => {
      // What is too long to be saved cannot be shown either; its fields say so.
      if (Object.keys(mistakesIn(content)).length > 0) return;
      const result = await call('manuscript.check', { content });
      if (!here) return;
      if (result.ok) {
        seen.current = content;
        setLast(result.data);
      }
      setError(result.ok ? null : result.error);
    };
    const timer = setTimeout(() => void ask(), seen.current === null ? 0 : CHECK_AFTER_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [content, wanted, attempt]);

  return {
    last,
    busy,
    error,
    retry: () => {
      setError(null);
      setAttempt((count) => count + 1);
    },
  };
}
