import Taro from '@tarojs/taro';

/** A short notice that goes by itself, for what needs no answer. */
export function notify(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2000 });
}

/** Asks before something that cannot be taken back; true when the person says yes. */
export async function confirm(question: { title: string; text: string; yes: string; no?: string }): Promise<boolean> {
  const { confirm: yes } = await Taro.showModal({
    title: question.title,
    content: question.text,
    confirmText: question.yes,
    cancelText: question.no ?? '先不',
    confirmColor: '#0b6470',
  });
  return yes;
}
