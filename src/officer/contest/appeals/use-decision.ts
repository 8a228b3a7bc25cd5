import { useRef, useState } from 'react';
import * as v from 'valibot';
import type { Input } from '../../../contract/actions';
import { contestOfficeActions, type AppealedQuestion } from '../../../contract/contest/office';
import { letterOf } from '../../../domain/option-letter';
import { useChange } from '../../../hooks/use-change';
import type { CallError } from '../../../platform/call';
import { confirm } from '../../../platform/notify';

export type DecisionKind = Input<'appeal.decide'>['decision']['kind'];

export interface Deciding {
  readonly kind: DecisionKind | null;
  readonly chooseKind: (kind: DecisionKind) => void;
  /** The corrected answer, ascending. */
  readonly key: readonly number[];
  readonly chooseOption: (option: number) => void;
  readonly keyError: string | undefined;
  readonly typeReply: (text: string) => void;
  readonly replyError: string | undefined;
  readonly decide: () => void;
  readonly busy: boolean;
  /** What went wrong, unless it is said beside a field. */
  readonly error: CallError | null;
}

const replySchema = contestOfficeActions['appeal.decide'].input.entries.reply;

/** Prepares a decision on a question's appeals and sends it once its consequences have been agreed to. */
export function useDecision(question: AppealedQuestion, keyVersion: number, onDecided: (keyVersion: number, words: string) => void): Deciding {
  const { questionId, type } = question;
  const change = useChange('appeal.decide');
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [key, setKey] = useState<readonly number[]>([]);
  const [problems, setProblems] = useState<{ key?: string | undefined; reply?: string | undefined }>({});
  const reply = useRef('');

  const chooseOption = (option: number) => {
    if (type !== 'multiple') setKey([option]);
    else setKey((chosen) => (chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option].sort((a, b) => a - b)));
    setProblems(({ reply: kept }) => ({ reply: kept }));
  };

  const send = async (chosen: DecisionKind) => {
    const found = {
      key: chosen === 'correct' ? keyProblem(question, key) : undefined,
      reply: v.safeParse(replySchema, reply.current).issues?.[0].message,
    };
    setProblems(found);
    if (found.key !== undefined || found.reply !== undefined) return;
    if (!(await confirm(consequences(question, chosen, key)))) return;
    const decision = chosen === 'correct' ? { kind: chosen, key: [...key] } : { kind: chosen };
    const result = await change.send({ questionId, keyVersion, decision, reply: reply.current });
    if (result.ok) onDecided(result.data.keyVersion, `已答复 ${result.data.answeredCount} 份申诉，${outcomes[chosen]}：`);
    else setProblems({ reply: result.error.fields?.reply });
  };

  return {
    kind,
    chooseKind: (chosen) => {
      change.clearError();
      setProblems({});
      setKind(chosen);
    },
    key,
    chooseOption,
    keyError: problems.key,
    typeReply: (text) => {
      reply.current = text;
    },
    replyError: problems.reply,
    decide: () => {
      if (kind !== null) void send(kind);
    },
    busy: change.busy,
    error: change.error?.fields?.reply === undefined ? change.error : null,
  };
}

function keyProblem({ type, key: current }: AppealedQuestion, key: readonly number[]): string | undefined {
  if (key.length === 0) return '请选择正确的选项。';
  if (type === 'multiple' && key.length < 2) return '多选题至少有两个正确选项。';
  return key.length === current.length && key.every((option) => current.includes(option)) ? '与现在的答案相同。答案没有错的，请选“维持”。' : undefined;
}

const outcomes = { keep: '维持原题', void: '题目作废', correct: '答案更正' } as const satisfies Record<DecisionKind, string>;

function consequences({ appealCount }: AppealedQuestion, kind: DecisionKind, key: readonly number[]): Parameters<typeof confirm>[0] {
  switch (kind) {
    case 'keep':
      return { title: '维持原题', text: `题目和成绩不变，答复发给提出申诉的 ${appealCount} 人。答复后不能再改。`, yes: '维持' };
    case 'void':
      return {
        title: '作废这道题',
        text: '凡抽到它的答卷都计这道题的满分，全部相关成绩、名次和证书重新计算，并向所有人公布。不能撤回。',
        yes: '作废',
      };
    case 'correct':
      return {
        title: `答案更正为 ${key.map(letterOf).join('、')}`,
        text: '全部相关答卷按新答案重新计分，有人加分，也有人减分，名次和证书随之变化，并向所有人公布。不能撤回。',
        yes: '更正',
      };
  }
}
