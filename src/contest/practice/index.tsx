import { pageScrollTo, setNavigationBarTitle } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/controls/button';
import { Empty, Failure, Skeleton } from '../../components/empty';
import type { PracticeView } from '../../contract/practice';
import { Page } from '../../frame/page';
import { isH5 } from '../../platform/environment';
import { backTo, open } from '../../platform/navigation';
import { stemAnchor } from '../shared/asked';
import { Question, verdictAnchor } from './question';
import { Result } from './result';
import { useAnswering, type Answering } from './use-answering';
import { usePractice } from './use-practice';

const toTopics = () => {
  open('/pages/contest/index');
};

export default function PracticePage() {
  const { state, lesson, retry, again } = usePractice();
  if (state.status === 'ready' && state.practice.questions.length > 0) {
    const { practice } = state;
    return (
      <Practising
        key={practice.id}
        practice={practice}
        lesson={lesson}
        // There is one question a day.
        onAgain={practice.dailyOn === null ? () => again(practice) : null}
      />
    );
  }
  return (
    <Page title='练习'>
      {state.status === 'loading' ? <Skeleton rows={5} /> : null}
      {state.status === 'error' ? <Failure error={state.error} onRetry={retry} /> : null}
      {state.status === 'nowhere' || state.status === 'ready' ? (
        <Empty icon='contest' title='没有找到这次练习' text='可以从专题开始一次新的练习。' action={{ text: '选专题', onPress: toTopics }} />
      ) : null}
    </Page>
  );
}

interface PractisingProps {
  readonly practice: PracticeView;
  readonly lesson: string | null;
  readonly onAgain: (() => void) | null;
}

function Practising({ practice, lesson, onAgain }: PractisingProps) {
  const answering = useAnswering(practice);
  const { question, answers, showsResult, goTo } = answering;
  useEffect(() => {
    void setNavigationBarTitle({ title: practice.title });
  }, [practice.title]);
  useAttention(answering);

  return (
    <Page title={practice.title} actions={showsResult ? <AfterwardsActions lesson={lesson} onAgain={onAgain} /> : <QuestionActions answering={answering} />}>
      {showsResult || question === undefined ? (
        <Result practice={practice} answers={answers} onLook={goTo} />
      ) : (
        <Question answering={answering} question={question} />
      )}
    </Page>
  );
}

function QuestionActions({ answering: { answers, position, answer, chosen, busy, error, complete, submit, goTo, goOn } }: { answering: Answering }) {
  const last = position === answers.length - 1;
  return (
    <>
      {position === 0 ? null : (
        <Button
          look='plain'
          text='上一题'
          onPress={() => {
            goTo(position - 1);
          }}
        />
      )}
      {answer === null ? (
        <Button text={error === null ? '提交答案' : '重试'} busy={busy} disabled={chosen.length === 0} onPress={submit} />
      ) : (
        <Button text={last && complete ? '看结果' : '下一题'} onPress={goOn} />
      )}
    </>
  );
}

function AfterwardsActions({ lesson, onAgain }: Pick<PractisingProps, 'lesson' | 'onAgain'>) {
  const look = onAgain === null ? 'main' : 'plain';
  return (
    <>
      {lesson === null ? (
        <Button look={look} text='选专题练习' onPress={toTopics} />
      ) : (
        <Button look={look} text='回到课程' onPress={() => backTo('/activities/lesson/index', { id: lesson })} />
      )}
      {onAgain === null ? null : <Button text='再练一次' onPress={onAgain} />}
    </>
  );
}

/** Brings what is new into view: the next question from its top, an answer's explanation or failure above the buttons. */
function useAttention({ position, answer, error, showsResult }: Answering): void {
  const told = answer !== null || error !== null;
  const place = useRef({ position, showsResult, told });
  useEffect(() => {
    const before = place.current;
    place.current = { position, showsResult, told };
    if (before.position !== position || before.showsResult !== showsResult) {
      void pageScrollTo({ scrollTop: 0, duration: 0 });
      if (isH5 && !showsResult) document.getElementById(stemAnchor)?.focus({ preventScroll: true });
    } else if (!before.told && told) {
      void pageScrollTo({ selector: `#${verdictAnchor}`, offsetTop: -64, duration: 200 });
    }
  }, [position, told, showsResult]);
}
