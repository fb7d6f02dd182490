import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { textMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { guestsIn, requireGuestsAllowed } from '../guests.ts';
import { begin, outdatingAll } from '../ledger.ts';
import type { Item, Meeting } from '../model.ts';
import { requireState } from '../policy.ts';
import { itemMissing } from '../refusals.ts';
import { edited, tellingChair } from './draft.ts';
import { text } from './input.ts';
import { aboutItem, requiredItem } from './item-words.ts';
import { itemRecorded } from './items.ts';

const words = aboutItem('gäste|gaeste|gast', 'guests?');
const nobody = /^(?:keine?r?|niemand|none|nobody)[.!]*$/i;

/**
 * Who is heard on one item: on the agenda, before and after the invitation, or in the record those who came. The whole of
 * it, in place of what stood there.
 */
export const guests = actsOf<Meeting, Context>()({
  kind: 'guests',
  title: { de: 'Gäste zu einem Punkt', en: 'Guests for an item' },
  input: z.object({ item: text, note: text }),
  buttons: { 'beirat.guests': {} },
  typed: [words],
  probe: ({ plan }) => ({ item: plan.items[0]?.id ?? '', note: '?' }),
  decide(meeting, { item: id, note }, by, context) {
    requireOffice(by, context);
    if (!id) throw itemMissing();
    const at = requiredItem(meeting, id);
    // Nothing written takes nobody off: that is said in a word.
    if (!note.trim()) throw textMissing();
    const named = nobody.test(note.trim()) ? [] : [...guestsIn(note)];
    const items = meeting.plan.items.map((one) => {
      const { guests: _, ...rest } = one;
      return one.id === id ? { ...rest, ...(named.length > 0 ? { guests: named } : {}) } : one;
    });
    if (!meeting.session)
      return meeting.issue > 0
        ? namedLater(meeting, items, at, by, context)
        : edited(meeting, { ...meeting.plan, items }, by, context);
    requireGuestsAllowed(items, meeting.plan.items, context.rules);
    const { conflicts, notes } = meeting.session;
    const excluded = conflicts.filter((one) => one.item === id).map(({ party }) => party);
    return itemRecorded(meeting, { item: id, text: notes[id] ?? '', excluded, guests: named }, by, context);
  },
});

/**
 * After the invitation. What is heard and decided stays as it was, so nobody is invited anew: the cards and pages of those
 * invited show it, and the chair hears of it.
 */
function namedLater(
  meeting: Meeting,
  items: readonly Item[],
  item: number,
  by: Party,
  context: Context,
): Decision<Meeting> | undefined {
  requireState(meeting, 'invited');
  const { plan } = meeting;
  if (JSON.stringify(items) === JSON.stringify(plan.items)) return undefined;
  requireGuestsAllowed(items, plan.items, context.rules);
  const named = changed(begin(meeting), { plan: { ...plan, items: [...items] } });
  const noted = recorded(named, { ...actor(by), act: 'guests-named', facts: { item } });
  return outdatingAll(tellingChair(noted, [], by.id, context));
}
