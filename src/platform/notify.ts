import Taro from '@tarojs/taro';
import { isH5 } from './environment';

/** A short notice that goes by itself, for what needs no answer. */
export function notify(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2000 });
}

/** Asks before something that cannot be taken back; true when the person says yes. `yes` and `no` have at most four characters. */
export async function confirm(question: { title: string; text: string; yes: string; no?: string }): Promise<boolean> {
  const asked = focused();
  const answer = Taro.showModal({
    title: question.title,
    content: question.text,
    confirmText: question.yes,
    cancelText: question.no ?? '先不',
    confirmColor: '#0b6470',
  });
  if (isH5) openToKeyboard();
  const { confirm: yes } = await answer;
  asked?.focus();
  return yes;
}

/** Where the focus was, to give it back. */
const focused = (): HTMLElement | null => (isH5 && document.activeElement instanceof HTMLElement ? document.activeElement : null);

/**
 * Taro's dialog on H5 knows mouse and finger only: this gives it a role, lets Tab go round inside it, and Enter,
 * Space and Escape answer it.
 */
function openToKeyboard(): void {
  const dialog = document.querySelector<HTMLElement>('.taro-modal__content');
  const [no, yes] = Array.from(dialog?.querySelectorAll<HTMLElement>('.taro-model__btn') ?? []);
  if (dialog === null || no === undefined || yes === undefined) return;
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-modal', 'true');
  for (const button of [no, yes]) {
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
  }
  dialog.onkeydown = (event) => {
    if (event.key === 'Escape') no.click();
    else if (event.key === 'Tab') (document.activeElement === no ? yes : no).focus();
    else if (event.key === 'Enter' || event.key === ' ') (document.activeElement === yes ? yes : no).click();
    else return;
    event.preventDefault();
  };
  no.focus();
}
