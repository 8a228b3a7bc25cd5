import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { fieldAnchor } from '../../components/form/field';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import { formatTicketCode } from '../../domain/booking/ticket-code';
import { isH5 } from '../../platform/environment';
import { scan as scanWithCamera } from '../../platform/scan';
import styles from './index.module.scss';
import type { CheckIn, DoorOutcome } from './use-check-in';

/** By the ticket: WeChat's camera, or its code typed, pasted, or read by a scanner that types. */
export function Door({ checkIn: { markTicket } }: { checkIn: CheckIn }) {
  const [outcome, setOutcome] = useState<DoorOutcome | null>(null);
  const typed = useRef('');
  // The field keeps its own text; an empty one takes its place for the next ticket.
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (isH5 && round > 0) document.querySelector<HTMLElement>(`#${fieldAnchor('ticket')} input`)?.focus();
  }, [round]);

  const take = (text: string) => {
    const result = markTicket(text);
    setOutcome(result);
    if (result.kind === 'no-ticket') return;
    typed.current = '';
    setRound(round + 1);
  };
  const scan = async () => {
    const text = await scanWithCamera();
    if (text !== null) take(text);
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
        error={outcome?.kind === 'no-ticket' ? '这不是入场凭证，请核对后重试。' : undefined}
        onInput={(text) => {
          typed.current = text;
        }}
        onEnter={() => take(typed.current)}
      />
      <View className={styles.enter}>
        <Button look='plain' text='按凭证号签到' onPress={() => take(typed.current)} />
      </View>
      {outcome === null || outcome.kind === 'no-ticket' ? null : <Outcome outcome={outcome} />}
    </View>
  );
}

function Outcome({ outcome }: { outcome: Exclude<DoorOutcome, { kind: 'no-ticket' }> }) {
  if (outcome.kind === 'unlisted') {
    return (
      <Notice tone='promise' alert>
        {`本机的名单里没有凭证 ${formatTicketCode(outcome.ticketCode)}，已记下，核对结果见下面。`}
      </Notice>
    );
  }
  const { name, firmName } = outcome.attendee;
  const who = [name ?? '姓名已清除', ...(firmName === null ? [] : [firmName])].join('，');
  return (
    <Notice tone={outcome.kind === 'marked' ? 'good' : 'info'} alert>
      {outcome.kind === 'marked' ? `${who}：已签到` : `${who}：此前已经签到`}
    </Notice>
  );
}
