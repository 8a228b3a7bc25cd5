import { Notice } from '../../../components/notice';
import type { Move } from './use-move';

type Failed = Pick<Move<'manuscript.submit'>, 'error' | 'unsaved'>;

/** In place of a step that is not possible any more: that it was not taken, because the manuscript had moved on. */
export const Overtaken = ({ move }: { move: Failed }) => (move.error?.code === 'conflict' ? <MoveFailure move={move} /> : null);

/** Why a step was not taken. A field's own message stands at the field where there is one. */
export function MoveFailure({ move: { error, unsaved }, fields = [] }: { move: Failed; fields?: readonly string[] }) {
  if (unsaved) {
    return (
      <Notice tone='wrong' alert>
        修改还没有保存成功，请先处理保存的问题。
      </Notice>
    );
  }
  if (error === null) return null;
  const others = Object.entries(error.fields ?? {}).filter(([field]) => !fields.includes(field));
  if (error.fields !== undefined && others.length === 0) return null;
  return (
    <Notice tone='wrong' alert>
      {others.length === 0 ? error.message : others.map(([, message]) => message).join('')}
    </Notice>
  );
}
