import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import type { Context } from '../../board/context.ts';
import { requireOffice } from '../../board/rights.ts';
import { guestsIn, requireGuestsAllowed } from '../guests.ts';
import type { Meeting } from '../model.ts';
import { edited } from './draft.ts';
import { text } from './input.ts';
import { aboutItem, requiredItem } from './item-words.ts';
import { itemRecorded } from './items.ts';

const words = aboutItem('gäste|gaeste|gast', 'guests?');
const nobody = /^(?:keine?r?|niemand|none|nobody)[.!]*$/i;

/** Who is heard on one item: on the agenda that is being made, or in the record those who came. The whole of it. */
export const guests = actsOf<Meeting, Context>()({
  kind: 'guests',
  title: { de: 'Gäste zu einem Punkt', en: 'Guests for an item' },
  input: z.object({ item: text, note: text }),
  buttons: {},
  typed: [words],
  probe: ({ plan }) => ({ item: plan.items[0]?.id ?? '', note: '?' }),
  decide(meeting, { item: id, note }, by, context) {
    requireOffice(by, context);
    requiredItem(meeting, id);
    const named = nobody.test(note.trim()) ? [] : [...guestsIn(note)];
    const items = meeting.plan.items.map((one) => {
      const { guests: _, ...rest } = one;
      return one.id === id ? { ...rest, ...(named.length > 0 ? { guests: named } : {}) } : one;
    });
    if (!meeting.session) return edited(meeting, { ...meeting.plan, items }, by, context);
    requireGuestsAllowed(items, meeting.plan.items, context.rules);
    const { conflicts, notes } = meeting.session;
    const excluded = conflicts.filter((one) => one.item === id).map(({ party }) => party);
    return itemRecorded(meeting, { item: id, text: notes[id] ?? '', excluded, guests: named }, by, context);
  },
});
