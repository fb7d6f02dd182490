import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed } from '../../../../case/decision.ts';
import type { Context } from '../../board/context.ts';
import { chairNow, officeNow } from '../../board/members.ts';
import { begin, outdating, telling } from '../ledger.ts';
import type { Meeting } from '../model.ts';
import { inviteeFor, isLate, requireNotBegun, requireState } from '../policy.ts';
import type { Declared } from '../preparation.ts';
import { noSuchItem } from '../refusals.ts';
import { stamp, text } from './input.ts';
import { partiesIn } from './item-words.ts';

const typedShape =
  /^(?:ich )?bin (?:(?:bei |zu |in )?(?:top|punkt) ?(?<a>\d{1,3}) befangen|befangen (?:bei |zu |in )?(?:top|punkt) ?(?<b>\d{1,3}))[.!]*$|^(?:i have )?an? conflict of interest (?:in|on|with) item (?<c>\d{1,3})[.!]*$/i;

/**
 * A member tells office and chair in confidence, before the meeting, in which items they have a conflict of interest: the
 * whole of it, an empty list takes it back. It is offered when the item is recorded. Nothing of it goes into the history,
 * and no notice says who or which.
 */
export const declare = actsOf<Meeting, Context>()({
  kind: 'declare',
  title: { de: 'Befangenheit vertraulich mitteilen', en: 'Declare a conflict of interest in confidence' },
  /** `more`: one besides those that were said before. */
  input: z.object({ declared: text.transform(partiesIn), issue: stamp, more: text, remark: text }),
  buttons: { 'beirat.declare': {} },
  typed: [
    {
      claims: (words) => typedShape.test(words),
      language: (words) => (/conflict/i.test(words) ? 'en' : 'de'),
      read(words, { plan }) {
        const { a, b, c } = typedShape.exec(words)?.groups ?? {};
        const item = plan.items[Number(a ?? b ?? c) - 1];
        if (!item) throw noSuchItem(plan.items.length);
        return { more: item.id };
      },
    },
  ],
  shows: 'invitation',
  probe: ({ plan, declared = [] }, by) => ({
    declared: declared.some(({ party }) => party === by.id) || plan.items.length === 0 ? [] : ['1'],
    issue: undefined,
    more: '',
    remark: '',
  }),
  says: () => ({
    de: 'Vertraulich gespeichert: Das sehen nur die Geschäftsführung und der Vorsitz.',
    en: 'Saved in confidence: only the board’s office and the chair see this.',
  }),
  decide(meeting, { declared: numbers, issue, more, remark }, by, context) {
    const one = inviteeFor(meeting, by.id, context);
    requireState(meeting, 'invited', 'postponed');
    requireNotBegun(meeting, context);
    // Items are named by their number: on another agenda it may mean another one.
    if (isLate(meeting, { issue })) return undefined;
    const chosen = numbers.map((n) => meeting.plan.items[Number(n) - 1]?.id ?? n);
    const { declared: all = [] } = meeting;
    const before = all.filter(({ party }) => party === by.id);
    const items = more ? [...before.map(({ item }) => item), more] : chosen;
    if (items.some((id) => !meeting.plan.items.some((item) => item.id === id)))
      throw noSuchItem(meeting.plan.items.length);
    const note = remark.trim().slice(0, 500) || (more ? (before[0]?.note ?? '') : '');
    const said = [...new Set(items)].map(
      (item): Declared => ({
        item,
        party: by.id,
        name: one.name,
        ...(note ? { note } : {}),
        at: before.find((known) => known.item === item && (known.note ?? '') === note)?.at ?? context.now,
      }),
    );
    if (JSON.stringify(said) === JSON.stringify(before)) return undefined;
    const others = all.filter(({ party }) => party !== by.id);
    const kept = changed(begin(meeting), { declared: [...others, ...said] });
    const told = [officeNow(context), chairNow(context)?.person.id].filter((party) => party !== by.id);
    return telling(outdating(kept, [by.id]), 'declared', told, { key: `declared ${context.now}` });
  },
});
