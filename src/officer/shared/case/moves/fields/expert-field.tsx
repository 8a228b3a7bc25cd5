import { Notice } from '../../../../../components/notice';
import type { ExpertRow } from '../../../../../contract/visit/expert';
import { Loaded } from '../../../../../frame/loaded';
import { useRead } from '../../../../../hooks/use-read';
import { ChoiceField } from './choice-field';

interface ExpertFieldProps {
  readonly requestId: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly chosen: string;
  readonly onChoose: (expertId: string) => void;
}

/** Which expert: those that fit first, each with what speaks for and against. */
export function ExpertField({ requestId, ...field }: ExpertFieldProps) {
  const read = useRead('expert.list', { requestId });
  return (
    <Loaded read={read} rows={3}>
      {({ experts }) =>
        experts.length === 0 ? <Notice tone='info'>还没有登记专家，请联系调度人员添加。</Notice> : <ChoiceField {...field} id='expertId' choices={experts.map(expertChoice)} />
      }
    </Loaded>
  );
}

const expertChoice = ({ id, name, officeName, subjects, fit }: ExpertRow) => ({
  id,
  name: fit?.fits === true ? `${name}（合适）` : name,
  notes: [`${officeName}：${subjects.map((subject) => subject.name).join('、')}`, ...(fit?.why ?? [])],
});
