import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { fieldAnchor } from '../../components/form/field';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import { formatTicketCode } from '../../domain/booking/ticket-code';
import { inChina } from '../../domain/china-time';
import { isH5 } from '../../platform/environment';
import { scan as scanWithCamera } from '../../platform/device/scan';
import { markedOf, nameOf } from './attendees';
import styles from './index.module.scss';
import type { CheckIn, DoorOutcome } from './use-check-in';

/** By the ticket: WeChat's camera, or its code typed, pasted, or read by a scanner that types. */
export function Door({ checkIn }: { checkIn: CheckIn }) {
  const [outcome, setOutcome] = useState<DoorOutcome | { readonly kind: 'no-camera' } | null>(null);
  const typed = useRef('');
  // The field keeps its own text; an empty one takes its place for the next ticket.
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (isH5 && round > 0) document.querySelector<HTMLElement>(`#${fieldAnchor('ticket')} input`)?.focus();
  }, [round]);

  const take = (text: string) => {
    const result = checkIn.markTicket(text);
    setOutcome(result);
    if (result.kind === 'no-ticket') return;
    typed.current = '';
    setRound(round + 1);
  };
  const scan = async () => {
    const scanned = await scanWithCamera();
    if (typeof scanned === 'object') take(scanned.text);
    else if (scanned !== 'cancelled') setOutcome({ kind: 'no-camera' });
  };

  return (
    <View className={styles.door}>
      {isH5 ? null : <Button text='扫码签到' onPress={() => void scan()} />}
      <TextField
        key={round}
        id='ticket'
        label='凭证号'
        help={isH5 ? '输入或粘贴凭证号；接了扫码枪的，点一下输入框，直接扫凭证上的二维码。' : '扫不出来时，输入凭证上的号码。'}
        type='code'
        initial=''
        error={outcome === null || outcome.kind === 'ticket' ? undefined : mistakes[outcome.kind]}
        onInput={(text) => {
          typed.current = text;
        }}
        onEnter={() => take(typed.current)}
      />
      <View className={styles.enter}>
        <Button look='plain' text='按凭证号签到' onPress={() => take(typed.current)} />
      </View>
      {outcome?.kind === 'ticket' ? <Outcome outcome={outcome} checkIn={checkIn} /> : null}
    </View>
  );
}

const mistakes = {
  'no-ticket': '这不是入场凭证，请核对后重试。',
  'no-camera': '没有打开相机。请在手机的系统设置里允许微信使用相机，也可以在这里输入凭证号。',
} as const;

interface OutcomeProps {
  readonly outcome: Extract<DoorOutcome, { kind: 'ticket' }>;
  readonly checkIn: CheckIn;
}

/** The ticket as it stands now: what was green without the server's word may be refused by it. */
function Outcome({ outcome: { ticketCode, presentBefore }, checkIn }: OutcomeProps) {
  const marked = markedOf(ticketCode, checkIn);
  const before = presentBefore ?? checkIn.counted.get(ticketCode) ?? null;
  const ticket = `凭证 ${formatTicketCode(ticketCode)}`;
  if (marked === null) {
    // Counted, and not in the list until that is read again.
    return checkIn.counted.has(ticketCode) ? <Told tone='good'>{`${ticket}：已签到`}</Told> : null;
  }
  const { row, present, pending, refusal } = marked;
  const who = row === null ? ticket : [nameOf(row), row.firmName].filter((text) => text !== null).join('，');
  if (refusal !== null) return <Told tone='wrong'>{`${who}：没有算数。${refusal}`}</Told>;
  if (row === null) return <Told tone='promise'>{`本机的名单里没有${ticket}，已记下，同步时核对。`}</Told>;
  // Taken back since, by the list.
  if (!present) return null;
  if (before !== null) return <Told tone='promise'>{`${who}：此前 ${inChina(before).format('HH:mm')} 已经签到`}</Told>;
  return pending ? <Told tone='promise'>{`${who}：已签到，待同步`}</Told> : <Told tone='good'>{`${who}：已签到`}</Told>;
}

function Told({ tone, children }: { tone: 'good' | 'promise' | 'wrong'; children: string }) {
  return (
    <Notice tone={tone} alert>
      {children}
    </Notice>
  );
}
