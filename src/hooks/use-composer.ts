import { useRef, useState } from 'react';
import * as v from 'valibot';
import { MOST_ATTACHMENTS } from '../contract/attachment';
import { caseActions, type MessageAudience } from '../contract/request/case';
import type { RequestView } from '../contract/request/request';
import { useAttachments, type Attachments } from './use-attachments';
import { useChange } from './use-change';
import type { CallError } from '../platform/call';
import { keepWords, readWords } from '../platform/request/draft';
import { askToSubscribe, prepareSubscriptions } from '../platform/subscribe';

export interface Composer {
  readonly initial: string;
  readonly mistake: string | undefined;
  readonly attaching: Attachments;
  readonly fileMistake: string | undefined;
  readonly busy: boolean;
  /** What was refused for another reason than the words. */
  readonly failure: CallError | null;
  readonly type: (text: string) => void;
  readonly send: (audience: MessageAudience) => Promise<void>;
}

/** Writing one message; the words that are not sent yet are kept on the device. */
export function useComposer(requestId: string, onSaid: (request: RequestView) => void): Composer {
  const [initial] = useState(() => readWords(requestId));
  const words = useRef(initial);
  const [mistake, setMistake] = useState<string>();
  const [fileMistake, setFileMistake] = useState<string>();
  const attaching = useAttachments({ initial: [], most: MOST_ATTACHMENTS, onKeep: () => setFileMistake(undefined) });
  const { busy, error, send } = useChange('request.say');
  return {
    initial,
    mistake,
    attaching,
    fileMistake,
    busy,
    failure: error?.fields === undefined ? error : null,
    type: (text) => {
      words.current = text;
      keepWords(requestId, text);
      // Read now, the tap on “send” can ask; read with the page, it would be a second call on the first screen.
      prepareSubscriptions();
    },
    send: async (audience) => {
      askToSubscribe(['reply']);
      const input = { id: requestId, text: words.current, audience, attachmentIds: [...attaching.ids] };
      const checked = v.safeParse(caseActions['request.say'].input, input);
      setMistake(checked.success ? undefined : checked.issues[0].message);
      setFileMistake(attaching.unsent ? '附件还没有全部传上去，请稍候，或重试、删除没有传上去的。' : undefined);
      if (!checked.success || attaching.unsent) return;
      const result = await send(input);
      if (!result.ok) {
        setMistake(result.error.fields?.text);
        setFileMistake(result.error.fields?.attachments);
        return;
      }
      keepWords(requestId, '');
      onSaid(result.data);
    },
  };
}
