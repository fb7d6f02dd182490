import { dayOf } from '../../core/day.ts';
import type { Turn } from '../../core/turn.ts';
import type { Asking } from './asking.ts';
import { answerNamed } from './with-names.ts';

/** The type of request that a text wishes for, as the chat reads it. Nothing is remembered or counted. */
export function wishedTypeIn(text: string, { language, at }: Turn, asking: Asking): string | undefined {
  const known = asking.current(dayOf(at));
  const knowledge = { ...known, partners: asking.partners() };
  const found = answerNamed(text, language, { day: dayOf(at) }, knowledge);
  if (found.kind === 'choices')
    return found.others.find((label) => label.startsWith('wish:'))?.slice('wish:'.length);
  if (found.kind !== 'answer') return undefined;
  const [ref] = found.refs;
  const role = known.directory.roles.find(({ id }) => id === ref.role);
  return found.wish ?? role?.tasks.find(({ id }) => id === ref.task)?.request;
}
