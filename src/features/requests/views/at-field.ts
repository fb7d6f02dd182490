import type { Fields } from '../../../case/case-type.ts';
import type { Choice } from '../policy.ts';
import type { Can } from './offered.ts';

/* At which field of the card of a request something is said, and what stays in the fields. */

/** What was chosen, as far as it is still there to be chosen. */
export const among = (chosen: string | undefined, choices: readonly Choice[]): string =>
  choices.find(({ value }) => value === chosen)?.value ?? '';

/** Fields that are open to see. */
export const shownAtOnce: ReadonlySet<string> = new Set(['note', 'amount', 'day', 'to']);

/** At which field a refusal is said; elsewhere it stands on top. */
export function fieldOf(
  code: string,
  can: Can,
  fields: Fields | undefined,
): 'note' | 'amount' | 'reason' | 'day' | 'to' | 'charge' | 'hint' | 'why' | undefined {
  if (['person-missing', 'unknown-person', 'cannot-receive'].includes(code))
    return fields?.charge !== undefined ? 'charge' : 'to';
  if (fields?.why !== undefined && ['reason-missing', 'unknown-level'].includes(code)) return 'why';
  // 10.50 has a field of its own for its reasons.
  if (code === 'reason-missing' && fields?.reason !== undefined) return 'reason';
  if (code === 'note-missing') return can.tell ? 'hint' : undefined;
  if (code === 'day-missing') return can.decide ? 'day' : undefined;
  if (
    ['amount-unknown', 'amount-unreadable', 'amount-missing', 'no-such-budget', 'over-limit'].includes(code)
  )
    return can.decide || can.fund ? 'amount' : undefined;
  if (code !== 'reason-missing') return undefined;
  return can.decide || can.opine || can.finish || can.answer
    ? 'note'
    : can.override || can.assign
      ? 'reason'
      : undefined;
}
