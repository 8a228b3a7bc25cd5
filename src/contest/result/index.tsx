import { LinkList } from '../../components/controls/link-list';
import { Heading } from '../../components/heading';
import type { ResultView } from '../../contract/contest/attempt';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { backTo, open } from '../../platform/navigation';
import { Advice } from './advice';
import { Collect, mayCollect } from './collect';
import { QuestionRow } from './question-row';
import { ScoreCard } from './score-card';

export default function ResultPage() {
  const { id = '', just } = useParameters();
  const result = useRead('contest.result', { attemptId: id });
  return (
    <Page title='成绩'>
      <Loaded read={result} rows={6}>
        {(data) => (
          <Result
            result={data}
            justSubmitted={just === 'submitted'}
            onAppealed={(questionId, appeal) => {
              result.replace({ ...data, questions: data.questions.map((question) => (question.id === questionId ? { ...question, appeal } : question)) });
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface ResultProps {
  readonly result: ResultView;
  readonly justSubmitted: boolean;
  readonly onAppealed: (questionId: string, appeal: NonNullable<ResultView['questions'][number]['appeal']>) => void;
}

function Result({ result, justSubmitted, onAppealed }: ResultProps) {
  return (
    <>
      <ScoreCard result={result} justSubmitted={justSubmitted} />
      <Heading text='接下来' />
      <Links result={result} />
      {result.advice.length === 0 ? null : <Advice advice={result.advice} />}
      {result.questions.some(mayCollect) ? <Collect attemptId={result.attemptId} /> : null}
      <Heading text='逐题回看' />
      {result.questions.map((question, index) => (
        <QuestionRow
          key={question.id}
          attemptId={result.attemptId}
          number={index + 1}
          question={question}
          mayAppeal={result.mayAppeal}
          onAppealed={(appeal) => onAppealed(question.id, appeal)}
        />
      ))}
    </>
  );
}

function Links({ result: { mayCertify, standing } }: { result: ResultView }) {
  return (
    <LinkList
      links={[
        ...(mayCertify ? [{ icon: 'document', title: '领取证书', text: '保存成图片，可以凭编号查验', onPress: () => open('/contest/certificate/index') } as const] : []),
        { icon: 'contest', title: '榜单', text: standing === null ? '看大家的名次' : '看自己和大家的名次', onPress: () => open('/contest/board/index', {}) },
        { icon: 'clock', title: '回到竞赛', text: '看剩余次数和我的答卷', onPress: () => backTo('/contest/lobby/index') },
      ]}
    />
  );
}
