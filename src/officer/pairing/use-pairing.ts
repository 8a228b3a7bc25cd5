import { useRef, useState } from 'react';
import type { AskedPairing } from '../../contract/pairing';
import { readPairingCode } from '../../domain/pairing-code';
import { useChange } from '../../hooks/use-change';
import { call, type CallError } from '../../platform/call';
import { scan as scanWithCamera } from '../../platform/device/scan';

type Step = { readonly kind: 'typing' } | { readonly kind: 'asked'; readonly pairing: AskedPairing } | { readonly kind: 'confirmed' };

export interface Pairing {
  readonly step: Step;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly type: (code: string) => void;
  readonly look: () => Promise<void>;
  readonly scan: () => Promise<void>;
  readonly confirm: (pairing: AskedPairing) => Promise<void>;
  readonly turnBack: () => void;
}

const wrongCode = (message: string): CallError => ({ code: 'invalid_input', message, fields: { code: message } });

/** From the digits to the word that signs the desktop in. */
export function usePairing(): Pairing {
  const [step, setStep] = useState<Step>({ kind: 'typing' });
  const [looking, setLooking] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const typed = useRef('');
  const confirmation = useChange('pairing.confirm');

  const lookUp = async (text: string, otherwise: string) => {
    const code = readPairingCode(text);
    // Asked here first: a slip of the finger must not count as a wrong try.
    if (code === null) {
      setError(wrongCode(otherwise));
      return;
    }
    setLooking(true);
    const result = await call('pairing.get', { code });
    setLooking(false);
    setError(result.ok ? null : result.error);
    if (result.ok) setStep({ kind: 'asked', pairing: result.data });
  };

  return {
    step,
    busy: looking || confirmation.busy,
    error,
    type: (code) => {
      typed.current = code;
    },
    look: () => lookUp(typed.current, '请填写电脑上显示的六位数字。'),
    scan: async () => {
      const scanned = await scanWithCamera();
      if (typeof scanned === 'object') await lookUp(scanned.text, '这不是登录二维码，请扫电脑屏幕上“工作人员登录”里的二维码。');
      else if (scanned !== 'cancelled') setError(wrongCode('没有打开相机。请在手机的系统设置里允许微信使用相机，也可以在这里输入六位数字。'));
    },
    confirm: async ({ id }) => {
      const result = await confirmation.send({ id });
      setError(result.ok ? null : result.error);
      if (result.ok) setStep({ kind: 'confirmed' });
    },
    turnBack: () => {
      typed.current = '';
      setError(null);
      setStep({ kind: 'typing' });
    },
  };
}
