import { roleOfLabel } from '../../language/learned/labels.ts';
import type { Meaning } from '../../language/meaning.ts';
import { pickedIn, placeOf } from '../../language/picking.ts';
import { refOfMeaning } from './alone.ts';
import type { Asked, Finding } from './finding.ts';
import type { Before, Offered } from './follow-up.ts';

/** One of what was offered or named side by side, and what is asked of it: "was macht Ersteres?" */
export type Picked = { readonly one: Offered; readonly rest: string };

/** What is picked by its place: "das zweite", "2", "the latter". */
export function pickedByPlace(text: string, { offered, ref }: Before): Picked | undefined {
  const picked = offered && offered.length > 1 ? pickedIn(text) : undefined;
  if (!picked || !offered) return undefined;
  const at = offered.findIndex((one) => 'ref' in one && one.ref.role === ref.role);
  const place = placeOf(picked.pick, offered.length, Math.max(at, 0));
  const one = place === undefined ? undefined : offered[place];
  return one && { one, rest: picked.rest };
}

/** What is picked in other words: of what was offered the one that fits clearly best, however little it says alone. */
export function pickedByWords(
  { understood: { judgement, reading } }: Asked,
  { offered, isOpen }: Before,
): Offered | undefined {
  const meanings = (judgement?.asNew ?? judgement)?.meanings ?? [];
  if (!isOpen || !offered || offered.length < 2 || reading.tokens.length > mostWords) return undefined;
  const [first, second] = offered
    .map((one) => ({ one, chance: chanceOf(one, meanings) }))
    .sort((a, b) => b.chance - a.chance);
  if (!first || first.chance < likely || first.chance < clearly * (second?.chance ?? 0)) return undefined;
  return first.one;
}

const mostWords = 8;
const likely = 0.08;
const clearly = 2;

const chanceOf = (one: Offered, meanings: readonly Meaning[]): number =>
  meanings.find(({ label, role }) => ('ref' in one ? role === one.ref.role : label === one.label))?.chance ??
  0;

/** What was picked, as if it had been pressed. */
export function pressed(one: Offered, asked: Asked, { subject, ref: before }: Before): Finding {
  if ('ref' in one) return { kind: 'answer', refs: [one.ref], on: { ref: one.ref, side: 'again' } };
  const { label } = one;
  const [kind, id = ''] = label.split(':');
  if (kind === 'partner') return { kind: 'partner', ids: [id], asksDuty: false };
  if (kind !== 'wish') return { kind: 'own', label };
  const ref = refOfMeaning(asked, { label, role: roleOfLabel(label), chance: 1 });
  return { kind: 'answer', refs: [ref], wish: id, subject, on: { ref: before, side: 'request' } };
}
