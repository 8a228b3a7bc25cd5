import { useCallback } from 'react';
import { Empty } from '../../components/empty';
import { CardRow } from '../../components/rows/card-row';
import { LinkList } from '../../components/controls/link-list';
import { Tag } from '../../components/tag';
import type { OwnEssay } from '../../contract/essay';
import { monthDayTime } from '../../domain/china-time';
import { essayStateNames } from '../../domain/essay/state';
import { PagedList } from '../../frame/paged-list';
import { usePages } from '../../hooks/use-pages';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { readEssayDraft } from '../../platform/essay/draft';
import { open } from '../../platform/navigation';
import { essayStateHues } from '../../components/essay/essay-state-hues';

/** What the person has sent in, with what became of it. */
export function OwnEssays() {
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('essay.mine', { cursor });
    return result.ok ? ({ ok: true, data: { rows: result.data.essays, nextCursor: result.data.nextCursor } } as const) : result;
  }, []);
  const pages = usePages(fetchPage);
  useReturn(() => void pages.reload());
  const draft = readEssayDraft(undefined);
  return (
    <>
      {draft === null ? null : (
        <LinkList links={[{ icon: 'document', title: '没有提交的稿子', text: draft.title === '' ? '保存在这台设备上' : `《${draft.title}》，保存在这台设备上`, onPress: () => open('/activities/essay-form/index', {}) }]} />
      )}
      <PagedList pages={pages} empty={<Empty icon='document' title='还没有投稿' text='投稿之后，在这里看评审结果。没有写完的稿子保存在这台设备上。' />}>
        {(essays) => essays.map((essay) => <Row key={essay.id} essay={essay} />)}
      </PagedList>
    </>
  );
}

function Row({ essay: { id, title, state, submittedAt, note } }: { essay: OwnEssay }) {
  return (
    <CardRow
      title={title}
      tags={<Tag text={essayStateNames[state]} hue={essayStateHues[state]} />}
      details={[`${monthDayTime(submittedAt)}提交`]}
      due={note === null ? null : `评审意见：${note}`}
      onPress={() => open('/activities/essay/index', { id })}
    />
  );
}
