import { useEffect, useRef, useSyncExternalStore } from 'react';
import { CardRow } from '../../components/rows/card-row';
import { Tag } from '../../components/tag';
import { open } from '../../platform/navigation';
import { onAnyFilingChange, unsentFilings, type UnsentFiling } from '../../platform/request/filing';

/** Requests that are on this device alone: they wait for the network, or were not taken. */
export function Unsent({ onFiled }: { onFiled: () => void }) {
  const unsent = useSyncExternalStore(onAnyFilingChange, unsentFilings);
  const before = useRef(unsent.length);
  useEffect(() => {
    if (unsent.length < before.current) onFiled();
    before.current = unsent.length;
  });
  return (
    <>
      {unsent.map((filing) => (
        <Row key={filing.slot} filing={filing} />
      ))}
    </>
  );
}

function Row({ filing: { slot, title, returned, status } }: { filing: UnsentFiling }) {
  const isRefused = status === 'refused';
  return (
    <CardRow
      title={title}
      tags={<Tag text={isRefused ? '没有提交成功' : '等待网络'} hue={isRefused ? 'seal' : 'gold'} />}
      details={[isRefused ? '有内容需要修改，点开查看。' : '已保存在本机，网络恢复后会自动提交。']}
      onPress={() => open('/service/form/index', returned ? { request: slot } : { kind: slot })}
    />
  );
}
