import { useEffect, useRef, useState } from 'react';
import { call } from '../../platform/call';
import { checksOf, type Finding, type RevealedView } from './checks';

export interface Step {
  readonly title: string;
  /** Null before it is done. */
  readonly finding: Finding | null;
  /** How far it has come; null unless it is the one under way. */
  readonly progress: string | null;
}

export interface Recheck {
  /** Null before it was started. */
  readonly steps: readonly Step[] | null;
  readonly busy: boolean;
  readonly start: () => void;
}

const SHOWN_EVERY_MS = 300;

/** Recomputes one thing after another and shows each as it is done; ends with the page. */
export function useRecheck(view: RevealedView): Recheck {
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const [busy, setBusy] = useState(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const run = async () => {
    const checks = checksOf(view, (cursor) => call('contest.eligible', { cursor }));
    const shown: Step[] = checks.map(({ title }) => ({ title, finding: null, progress: null }));
    const show = (index: number, step: Pick<Step, 'finding' | 'progress'>) => {
      if (gone.current) return;
      shown[index] = { title: checks[index]?.title ?? '', ...step };
      setSteps([...shown]);
    };
    for (const [index, check] of checks.entries()) {
      show(index, { finding: null, progress: '正在验算' });
      let told = Date.now();
      const finding = await check.run((progress) => {
        if (Date.now() - told < SHOWN_EVERY_MS) return;
        told = Date.now();
        show(index, { finding: null, progress });
      });
      if (gone.current) return;
      show(index, { finding, progress: null });
    }
    setBusy(false);
  };

  const start = () => {
    if (busy) return;
    setBusy(true);
    void run();
  };

  return { steps, busy, start };
}
