import { z } from 'zod';
import { actsOf, type BesideRead } from '../../../../case/case-type.ts';
import { changed, recorded } from '../../../../case/decision.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { DocumentRef } from '../../../../core/ports/store.ts';
import type { Context } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { itemsWithoutQuorum } from '../attendance.ts';
import { begin } from '../ledger.ts';
import { type Item, Meeting, meetingCollection } from '../model.ts';
import { requireState } from '../policy.ts';
import { alreadyRepeated, nothingToRepeat, notRepeatable } from '../refusals.ts';
import { text } from './input.ts';

/*
 * A second meeting (§ 39 (1) GemO): to exactly the items for which too few were there, once, with the lower quorum for
 * these only. Both meetings name each other.
 */

const act = actsOf<Meeting, Context>();

/** Whether something on the agenda is dealt with for a second time. */
export const repeatsAny = ({ plan }: Pick<Meeting, 'plan'>): boolean =>
  plan.items.some(({ repeats }) => repeats !== undefined);

/** The items that a second meeting takes over, with ids of their own. @throws {Refusal} when there are none */
export function repeatedItems(first: Meeting): readonly Item[] {
  requireState(first, 'held', 'minuted');
  const items = itemsWithoutQuorum(first);
  if (items.length === 0) throw nothingToRepeat(labelOf(first));
  return items.map((item) => ({
    ...item,
    id: `again-${first.id}-${item.id}`,
    repeats: { meeting: first.id, item: item.id },
  }));
}

/** An agenda as it is entered: what counts as repeated is what the plan began with, under its title. */
export const honestly = (items: readonly Item[], before: readonly Item[]): Item[] =>
  items.map((item) => {
    const known = before.find(({ id, title }) => id === item.id && title === item.title);
    const { repeats: _, ...rest } = item;
    return known?.repeats ? { ...rest, repeats: known.repeats } : rest;
  });

/** The first meeting notes which one repeats it. Another one is possible only when that was called off. */
export const repeat = act({
  kind: 'repeat',
  title: { de: 'Zweite Sitzung vermerken', en: 'Note the second meeting' },
  input: z.object({ second: text }),
  buttons: {},
  typed: [],
  probe: () => undefined,
  beside: ({ repeatedBy }) => (repeatedBy ? [{ collection: meetingCollection, id: repeatedBy }] : []),
  decide(meeting, { second }, by, context, beside) {
    requireOffice(by, context);
    if (meeting.repeatedBy === second) return undefined;
    repeatedItems(meeting);
    const known = meeting.repeatedBy ? meetingIn(beside, meeting.repeatedBy) : undefined;
    if (known && known.state !== 'cancelled') throw alreadyRepeated(labelOf(known));
    const facts = { second: labelOf({ id: second }) };
    return recorded(changed(begin(meeting), { repeatedBy: second }), {
      ...actor(by),
      act: 'repeated',
      facts,
    });
  },
});

/** What inviting to a second meeting rests on. */
export const firstMeeting = ({ secondOf }: Meeting): readonly DocumentRef[] =>
  secondOf ? [{ collection: meetingCollection, id: secondOf }] : [];

/** @throws {Refusal} when the record of the first meeting says by now that an item had its quorum, or names another second */
export function requireRepeatable(meeting: Meeting, beside: BesideRead): void {
  if (!meeting.secondOf || !repeatsAny(meeting)) return;
  const first = meetingIn(beside, meeting.secondOf);
  if (!first) return;
  if (first.repeatedBy && first.repeatedBy !== meeting.id)
    throw alreadyRepeated(labelOf({ id: first.repeatedBy }));
  const open = new Set(itemsWithoutQuorum(first).map(({ id }) => id));
  const gone = meeting.plan.items.filter(({ repeats }) => repeats && !open.has(repeats.item));
  if (gone.length > 0) throw notRepeatable(labelOf(first), gone.map(({ title }) => title).join(', '));
}

const meetingIn = (beside: BesideRead, id: string): Meeting | undefined => {
  const read = beside({ collection: meetingCollection, id });
  return read && Meeting.parse(read);
};
