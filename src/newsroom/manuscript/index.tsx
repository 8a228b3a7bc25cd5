import { useState } from 'react';
import { Button } from '../../components/controls/button';
import type { ManuscriptView } from '../../contract/newsroom/manuscript';
import { Loaded } from '../../frame/loaded';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { useWide } from '../../hooks/use-wide';
import { useCheck } from './check/use-check';
import { Desk } from './desk';
import { openingPart, type Part } from './parts';
import { useDesk } from './use-desk';

const TITLE = '稿件';

export default function ManuscriptPage() {
  const { id = '' } = useParameters();
  const read = useRead('manuscript.get', { id });
  const { state } = read;
  if (state.status === 'error' && state.error.code === 'forbidden') return <NotForYou title={TITLE} who='编辑' />;
  if (state.status !== 'ready') {
    return (
      <Workspace title={TITLE}>
        <Loaded read={read}>{() => null}</Loaded>
      </Workspace>
    );
  }
  return <Manuscript opened={state.data} />;
}

function Manuscript({ opened }: { opened: ManuscriptView }) {
  const wide = useWide();
  const desk = useDesk(opened);
  const [part, setPart] = useState<Part>(() => openingPart(opened, wide));
  // On a phone nobody looks at the preview while writing.
  const check = useCheck(desk.content, wide || part !== 'write');
  const next = nextStep(desk.view);
  return (
    <Workspace
      title={TITLE}
      actions={
        next === null || part === 'flow' ? undefined : (
          <Button
            text={next}
            onPress={() => {
              setPart('flow');
            }}
          />
        )
      }
    >
      <Desk desk={desk} check={check} part={part} onPart={setPart} />
    </Workspace>
  );
}

/** What comes next for this person; the rest is found beside it. */
function nextStep({ may }: ManuscriptView): string | null {
  if (may.includes('approve')) return '去审核';
  if (may.includes('publish')) return '去发布';
  return may.includes('submit') ? '去提交审核' : null;
}
