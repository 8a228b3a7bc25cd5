import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import * as v from 'valibot';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { TextField } from '../../../components/form/text-field';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import { requestActions, type RequestView } from '../../../contract/request/request';
import { outcomeLabels } from '../../../domain/request/state';
import { useSubscribe } from '../../../hooks/use-subscribe';
import styles from './moves.module.scss';
import type { Moves } from './use-moves';

interface ConclusionProps {
  readonly request: RequestView;
  readonly moves: Moves;
}

/** The office has concluded: the owner agrees, or says what is left. */
export function Conclusion({ request, moves }: ConclusionProps) {
  const [objecting, setObjecting] = useState(false);
  const { askFor } = useSubscribe();
  const { outcome, officeName } = request;
  const mayReopen = request.moves.includes('reopen');
  const agree = () => {
    askFor(['survey']);
    void moves.confirm();
  };
  return (
    <>
      <Heading text='问题解决了吗' />
      <View className={styles.panel}>
        <View>{`${officeName}已办结${outcome === null ? '' : `：${outcomeLabels[outcome]}`}。请您看看办理结果，说说问题是否解决。`}</View>
        {objecting ? (
          <Objection request={request} moves={moves} onCancel={() => setObjecting(false)} />
        ) : (
          <Buttons>
            {mayReopen ? <Button look='plain' text='还没有解决' onPress={() => setObjecting(true)} /> : null}
            <Button text='问题解决了，确认办结' busy={moves.busy === 'confirm'} onPress={agree} />
          </Buttons>
        )}
        {mayReopen ? null : <View className={styles.explain}>这份申请已经重新办理过一次，上级单位的办理结果为最终答复。仍有问题，可以提交新的申请。</View>}
      </View>
    </>
  );
}

function Objection({ request: { id, version }, moves, onCancel }: ConclusionProps & { readonly onCancel: () => void }) {
  const reason = useRef('');
  const [mistake, setMistake] = useState<string>();
  const send = async () => {
    const input = { id, version, reason: reason.current };
    const checked = v.safeParse(requestActions['request.reopen'].input, input);
    setMistake(checked.success ? undefined : checked.issues[0].message);
    if (!checked.success) return;
    setMistake(await moves.reopen(reason.current));
  };
  return (
    <>
      <Notice tone='info'>提交后由上级单位接手重新办理，重新计算答复时间。每份申请可以这样提出一次。</Notice>
      <TextField
        id='reason'
        label='还没有解决的问题'
        help='请写清哪些没有解决、希望怎样解决。5 到 300 个字。'
        multiline
        countTo={300}
        initial=''
        error={mistake}
        onInput={(text) => {
          reason.current = text;
        }}
      />
      <Buttons>
        <Button look='plain' text='取消' onPress={onCancel} />
        <Button text='提交' busy={moves.busy === 'reopen'} onPress={() => void send()} />
      </Buttons>
    </>
  );
}
