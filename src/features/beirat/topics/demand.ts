import { dayIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { composition } from '../board/members.ts';
import { quorumOf } from '../board/quorum.ts';
import type { Topic } from './model.ts';

/*
 * A share of the members demands a meeting and names what it is about (§ 34 (1) S. 4 GemO: a quarter of the legal number).
 * Whoever holds a voting seat counts, each seat once, as long as they hold it; what was reached stays reached.
 */

/** The voting seat that somebody holds today; deputies hold none. */
export const votingSeatOf = (party: string, context: Context): string | undefined =>
  composition(context, today(context)).find(
    ({ seat, holder }) => seat.vote === 'voting' && holder?.person.id === party,
  )?.seat.id;

/** Everybody who may demand a meeting today. */
export const votingMembers = (context: Context): readonly string[] =>
  composition(context, today(context)).flatMap(({ seat, holder }) =>
    seat.vote === 'voting' && holder ? [holder.person.id] : [],
  );

export type Count = { readonly signed: number; readonly needed: number; readonly of: number };

/** How many seats demand it, of how many, and how many must; counted like the quorum. `undefined` where nobody may. */
export function countOf({ demand }: Pick<Topic, 'demand'>, context: Context): Count | undefined {
  if (demand?.reached) return demand.reached;
  const rule = context.rules.demand;
  if (!rule) return undefined;
  const seats = composition(context, today(context));
  const { of } = quorumOf(seats, context.rules, false);
  const signed = new Set((demand?.by ?? []).flatMap(({ party }) => votingSeatOf(party, context) ?? [])).size;
  return { signed, of, needed: Math.max(1, Math.ceil(of / rule.share)) };
}

/** Enough demand a meeting, and nobody has been invited to one about it yet. */
export const isDue = ({ state, demand }: Topic): boolean =>
  demand?.reached !== undefined && !demand.convened && (state === 'open' || state === 'placed');

/** "2 von 7 stimmberechtigten Sitzen, nötig 2" */
export const countText = ({ signed, of, needed }: Count, language: Language): string =>
  wordsIn(language)(
    `${signed} von ${of} stimmberechtigten Sitzen, nötig ${needed}`,
    `${signed} of ${of} voting seats, ${needed} needed`,
  );

/** "Einzuladen bis 15.12.2026" */
export const dueText = ({ demand }: Topic, language: Language): string =>
  demand?.reached
    ? wordsIn(language)(
        `einzuladen bis ${dayIn('de', demand.reached.due)}`,
        `to be invited to by ${dayIn('en', demand.reached.due)}`,
      )
    : '';

/** What counted when it was reached, as the history keeps it. */
export const reachedFacts = ({
  signed,
  of,
  needed,
  due,
}: NonNullable<NonNullable<Topic['demand']>['reached']>): HistoryEntry['facts'] => ({
  signed,
  of,
  needed,
  due,
});
