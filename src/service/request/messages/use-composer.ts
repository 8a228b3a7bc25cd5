import { useRef, useState } from 'react';
import * as v from 'valibot';
import { caseActions } from '../../../contract/request/case';
import type { RequestView } from '../../../contract/request/request';
import { useChange } from '../../../hooks/use-change';
import type { CallError } from '../../../platform/call';
import { keepWords, readWords } from '../../../platform/request/draft';
import { askToSubscribe, prepareSubscriptions } from '../../../platform/subscribe';

interface Composer {
  /** Counts the messages sent from this page. */
  readonly round: number;
  readonly initial: string;
  readonly mistake: string | undefined;
  readonly busy: boolean;
  /** What was refused for another reason than the words. */
  readonly failure: CallError | null;
  readonly type: (text: string) => void;
  readonly send: () => Promise<void>;
}

/** Writing one message after another; what is not sent yet is kept on the device. */
export function useComposer(requestId: string, onSaid: (request: RequestView) => void): Composer {
  const [{ round, initial }, setField] = useState(() => ({ round: 0, initial: readWords(requestId) }));
  const words = useRef(initial);
  const [mistake, setMistake] = useState<string>();
  const { busy, error, send } = useChange('request.say');
  return {
    round,
    initial,
    mistake,
    busy,
    failure: error?.fields === undefined ? error : null,
    type: (text) => {
      words.current = text;
      keepWords(requestId, text);
      // Read now, the tap on “send” can ask; read with the page, it would be a second call on the first screen.
      prepareSubscriptions();
    },
    send: async () => {
      askToSubscribe(['reply']);
      const input = { id: requestId, text: words.current };
      const checked = v.safeParse(caseActions['request.say'].input, input);
      setMistake(checked.success ? undefined : checked.issues[0].message);
      if (!checked.success) return;
      const result = await send(input);
      if (!result.ok) {
        setMistake(result.error.fields?.text);
        return;
      }
      words.current = '';
      keepWords(requestId, '');
      setField({ round: round + 1, initial: '' });
      onSaid(result.data);
    },
  };
}
