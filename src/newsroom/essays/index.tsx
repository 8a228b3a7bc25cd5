import { useCallback, useState } from 'react';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { byLine } from '../../components/essay/essay-text';
import { CardRow } from '../../components/rows/card-row';
import type { EssayToReview } from '../../contract/essay';
import { monthDayTime } from '../../domain/china-time';
import { essayStateNames, type EssayState } from '../../domain/essay/state';
import { BlockList } from '../../frame/block-list';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import { useGuardedPages } from '../../hooks/use-guarded-pages';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';

const TITLE = '作品评审';

const others: readonly EssayState[] = ['returned', 'accepted', 'declined', 'taken-down'];
const choices = others.map((id) => ({ id, name: essayStateNames[id] }));

export default function ReviewPage() {
  const [forbidden, setForbidden] = useState(false);
  if (forbidden) return <NotForYou title={TITLE} who='征文承办单位的编辑' />;
  return (
    <Workspace title={TITLE} current='/newsroom/essays/index'>
      <Essays onForbidden={() => setForbidden(true)} />
    </Workspace>
  );
}

function Essays({ onForbidden }: { onForbidden: () => void }) {
  const [state, setState] = useState<EssayState | undefined>();
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('essay.inbox', { state, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.essays, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [state],
  );
  const pages = useGuardedPages(fetchPage, onForbidden);
  useReturn(() => void pages.reload());
  return (
    <>
      <ChoiceRow
        label='状态'
        all={essayStateNames.submitted}
        choices={choices}
        chosen={state}
        onChoose={(id) => {
          setState(others.find((other) => other === id));
        }}
      />
      <BlockList pages={pages} empty={<Empty icon='inbox' title='没有这一类作品' text='公众和企业投来的作品，等待最久的排在最前。' />}>
        {drawEssay}
      </BlockList>
    </>
  );
}

const drawEssay = (essay: EssayToReview) => <Row key={essay.id} essay={essay} />;

function Row({ essay }: { essay: EssayToReview }) {
  return <CardRow title={essay.title} details={[`${byLine(essay)} · ${essay.length} 字 · ${monthDayTime(essay.submittedAt)}提交`]} onPress={() => open('/newsroom/essay/index', { id: essay.id })} />;
}
