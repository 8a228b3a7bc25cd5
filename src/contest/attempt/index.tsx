import { View } from '@tarojs/components';
import { pageScrollTo } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/controls/button';
import { Empty, Failure, Skeleton } from '../../components/empty';
import { Notice } from '../../components/notice';
import type { AttemptView } from '../../contract/contest/attempt';
import { Page } from '../../frame/page';
import type { CallError } from '../../platform/call';
import type { AnswerQueue } from '../../platform/contest/answer-queue';
import { isH5 } from '../../platform/environment';
import { backTo } from '../../platform/navigation';
import { stemAnchor } from '../shared/asked';
import { Place, placeWords } from '../shared/place';
import { AnswerSheet, sheetAnchor } from './answer-sheet';
import { Countdown } from './countdown';
import styles from './index.module.scss';
import { Question } from './question';
import { useAnswering, type Answering } from './use-answering';
import { useAttempt } from './use-attempt';

const TITLE = '答题';

export default function AttemptPage() {
  const { state, retry } = useAttempt();
  if (state.status === 'open') return <Taking attempt={state.attempt} queue={state.queue} />;
  return (
    <Page title={TITLE}>
      {state.status === 'loading' ? <Skeleton rows={5} /> : <NotOpened error={state.error} onRetry={retry} />}
    </Page>
  );
}

/** Nothing can be started now, which no retry changes; or it could not be reached. */
function NotOpened({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  if (error.code !== 'contest_not_open' && error.code !== 'no_attempts_left') return <Failure error={error} onRetry={onRetry} />;
  return (
    <Empty
      icon='clock'
      title='现在不能开始答题'
      text={error.message}
      action={{
        text: '看竞赛说明',
        onPress: () => {
          backTo('/contest/lobby/index');
        },
      }}
    />
  );
}

function Taking({ attempt, queue }: { attempt: AttemptView; queue: AnswerQueue }) {
  const answering = useAnswering(attempt, queue);
  const { questions, question, position, ending, endTime } = answering;
  useAttention(answering);
  return (
    <Page title={TITLE} actions={ending === null ? <Actions answering={answering} /> : undefined}>
      <View className={`${styles.head} ${isH5 ? styles.underTitle : ''}`}>
        <Place position={position} count={questions.length} words={question === undefined ? `共 ${questions.length} 题` : placeWords(position, questions.length, question.type)}>
          <Countdown deadline={queue.deadline} onEnd={endTime} />
        </Place>
      </View>
      {ending === null ? null : (
        <Notice tone='promise' alert>
          {endingWords[ending]}
        </Notice>
      )}
      {question === undefined ? <AnswerSheet answering={answering} /> : <Question answering={answering} question={question} />}
    </Page>
  );
}

const endingWords = {
  'handing-in': '时间到了，正在交卷，请稍候。',
  'not-reached': '时间到了，网络还没有连上。已经送到的答案会按时计分，连上网络后自动交卷。',
} as const;

function Actions({ answering: { questions, position, showsSheet, busy, error, goTo, showSheet, handIn } }: { answering: Answering }) {
  if (showsSheet) {
    return (
      <>
        <Button
          look='plain'
          text='继续答题'
          onPress={() => {
            goTo(position);
          }}
        />
        <Button text={error === null ? '交卷' : '重新交卷'} busy={busy} onPress={() => void handIn()} />
      </>
    );
  }
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
      {position === questions.length - 1 ? (
        <Button text='检查并交卷' onPress={showSheet} />
      ) : (
        <Button
          text='下一题'
          onPress={() => {
            goTo(position + 1);
          }}
        />
      )}
    </>
  );
}

/** Another question or the sheet is looked at from its top. */
function useAttention({ position, showsSheet }: Answering): void {
  const before = useRef({ position, showsSheet });
  useEffect(() => {
    if (before.current.position === position && before.current.showsSheet === showsSheet) return;
    before.current = { position, showsSheet };
    void pageScrollTo({ scrollTop: 0, duration: 0 });
    if (isH5) document.getElementById(showsSheet ? sheetAnchor : stemAnchor)?.focus({ preventScroll: true });
  }, [position, showsSheet]);
}
