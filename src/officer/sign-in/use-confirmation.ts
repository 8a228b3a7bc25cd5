import { useEffect, useState } from 'react';
import type { StartedPairing } from '../../contract/pairing';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import { notify } from '../../platform/notify';
import { forgetPerson } from '../../platform/request/filing';
import { keepSession } from '../../platform/session';

const ASKED_EVERY_MS = 2_500;

/**
 * Asks until the digits were confirmed, and then becomes that person and goes to 我的. The server says when they have
 * expired: the desktop's own clock may be wrong.
 */
export function useConfirmation({ id, secret }: StartedPairing): 'waiting' | 'offline' | 'expired' {
  const [state, setState] = useState<'waiting' | 'offline' | 'expired'>('waiting');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const result = await call('pairing.take', { id, secret });
      if (result.ok && result.data.state === 'confirmed') {
        // Kept even if the page was left meanwhile: the session is handed out once.
        keepSession(result.data.session);
        // Another person's unfinished form is nobody's business.
        forgetPerson();
        if (!left) {
          notify('已登录');
          open('/pages/me/index');
        }
        return;
      }
      if (left) return;
      if (!result.ok && result.error.code === 'not_found') {
        setState('expired');
        return;
      }
      setState(result.ok ? 'waiting' : 'offline');
      later();
    };
    const later = () => {
      timer = setTimeout(() => void ask(), ASKED_EVERY_MS);
    };
    later();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [id, secret]);
  return state;
}
