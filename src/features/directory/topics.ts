import type { Understanding } from '../../language/understand.ts';
import type { Directory, Role, Task } from './model.ts';
import type { AnswerRef } from './views.ts';

/** A longer text is a question; one that was not understood stays unanswered. */
const mostWords = 2;
/** Concepts lighter than this say too little to guess from ("neu", "wer"). */
const telling = 0.8;
const mostChoices = 4;

/**
 * A bare topic such as "Projekt" or "IT-Budget" is no question yet, but it is a matter of the role model: the
 * tasks that people mean with it, the closest first, one per role. Nothing when a word of it is not telling.
 */
export function tasksOnTopic({ reading }: Understanding, { roles }: Directory): readonly AnswerRef[] {
  const { tokens, hits } = reading;
  const meant = hits.filter(({ concept }) => concept.weight >= telling && !concept.kinds.includes('act'));
  const isTelling = (at: number): boolean => meant.some(({ from, to }) => from <= at && at <= to);
  if (tokens.length > mostWords || !tokens.every((_, at) => isTelling(at))) return [];
  if (hits.some(({ concept }) => concept.foreign || concept.id === 'domain')) return [];
  const kinds = new Set(meant.flatMap(({ concept }) => concept.kinds));
  const found = roles.flatMap((role) => tasksOf(role, kinds));
  const perRole = found.filter(
    ({ role }, index) => found.findIndex((other) => other.role === role) === index,
  );
  return (perRole.length > 1 ? perRole : found)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostChoices)
    .map(({ role, task }) => ({ role, task }));
}

/** The role's tasks that are asked for with one of these concepts, those that it says most about first. */
function tasksOf({ id, tasks }: Role, kinds: ReadonlySet<string>) {
  return tasks
    .map((task) => ({ role: id, task: task.id, share: shareOn(task, kinds) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

function shareOn({ asks }: Task, kinds: ReadonlySet<string>): number {
  const on = asks.filter((line) => line.split(/[\s|]+/).some((word) => kinds.has(word)));
  return on.length / Math.max(asks.length, 1);
}
