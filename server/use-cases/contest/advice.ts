import type { ResultQuestion, ResultView } from '../../../src/contract/contest/attempt';
import { kindOfSubject } from '../../campaign/kind-of-subject';
import type { RequestKind } from '../../campaign/schema';

interface Lost {
  readonly topicId: string;
  readonly topicTitle: string;
  readonly wrongCount: number;
  readonly points: number;
}

/**
 * The topics in which points were lost, most lost first.
 *
 * @param subjectOfTopic subjects of requests by topic
 */
export function attemptAdvice(
  questions: readonly ResultQuestion[],
  subjectOfTopic: ReadonlyMap<string, string>,
  kinds: readonly RequestKind[],
): ResultView['advice'] {
  const byTopic = new Map<string, Lost>();
  for (const { topicId, topicTitle, points, earned } of questions) {
    const lost = points - (earned ?? points);
    if (lost === 0) continue;
    const before = byTopic.get(topicId);
    byTopic.set(topicId, { topicId, topicTitle, wrongCount: (before?.wrongCount ?? 0) + 1, points: (before?.points ?? 0) + lost });
  }
  return [...byTopic.values()]
    .sort((a, b) => b.points - a.points)
    .map(({ topicId, topicTitle, wrongCount }) => ({ topicId, topicTitle, wrongCount, request: kindOfSubject(kinds, subjectOfTopic.get(topicId)) }));
}
