import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { actor } from '../../board/rights.ts';
import type { Meeting, Session } from '../model.ts';
import type { Progress } from '../owing.ts';
import type { RecordActOf } from '../record/act.ts';
import { nobodyLikeThat, noSuchItem } from '../refusals.ts';
import { redrafted, requireSession } from './hold.ts';

/** Records an item: what was said, who took no part because of a conflict of interest. */
export function item(
  meeting: Meeting,
  act: RecordActOf<'item'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const session = requireSession(meeting);
  const n = requiredItem(meeting, act.item);
  const text = act.text.trim();
  const noteOf = (party: string) => session.conflicts.find((one) => isOf(one, act.item, party))?.note;
  const excluded = [...new Set(act.excluded)].map((party) => {
    const note = noteOf(party);
    requiredMember(session, party);
    return { item: act.item, party, ...(note ? { note } : {}) };
  });
  const before = session.conflicts.filter((one) => one.item === act.item);
  const sameConflicts = parties(before) === parties(excluded);
  const sameText = text === (session.notes[act.item] ?? '');
  if (sameConflicts && sameText) return undefined;
  const { [act.item]: _, ...notes } = session.notes;
  const next: Session = {
    ...session,
    conflicts: sameConflicts
      ? session.conflicts
      : [...session.conflicts.filter((one) => one.item !== act.item), ...excluded],
    notes: text ? { ...notes, [act.item]: text } : notes,
  };
  const entry = { ...actor(by), act: sameConflicts ? 'noted' : 'conflict', facts: { item: n } };
  return redrafted(meeting, next, entry, context);
}

const isOf = (one: { readonly item: string; readonly party: string }, of: string, party: string): boolean =>
  one.item === of && one.party === party;
const parties = (list: readonly { readonly party: string }[]): string =>
  list
    .map(({ party }) => party)
    .sort()
    .join(' ');

/** Records or takes back that one person takes no part in an item. */
export function conflict(
  meeting: Meeting,
  act: RecordActOf<'conflict'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const session = requireSession(meeting);
  const n = requiredItem(meeting, act.item);
  const member = requiredMember(session, act.party);
  const others = session.conflicts.filter((one) => !isOf(one, act.item, act.party));
  const isKnown = others.length < session.conflicts.length;
  const note = act.note?.trim();
  if (act.isOff ? !isKnown : isKnown && !note) return undefined;
  const one = { item: act.item, party: act.party, ...(note ? { note } : {}) };
  const next = { ...session, conflicts: act.isOff ? others : [...others, one] };
  const facts = { item: n, name: member.name, who: act.party, isOff: act.isOff === true };
  return redrafted(meeting, next, { ...actor(by), act: 'conflict', facts }, context);
}

/** Replaces what was said to an item. */
export function note(
  meeting: Meeting,
  act: RecordActOf<'note'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const { conflicts } = requireSession(meeting);
  const excluded = conflicts.filter((one) => one.item === act.item).map(({ party }) => party);
  return item(meeting, { kind: 'item', item: act.item, text: act.text, excluded }, by, context);
}

/** Number of an item on the agenda. @throws {Refusal} */
export function requiredItem({ plan }: Meeting, id: string): number {
  const at = plan.items.findIndex((one) => one.id === id);
  if (at < 0) throw noSuchItem(plan.items.length);
  return at + 1;
}

function requiredMember({ attendance }: Session, party: string) {
  const member = attendance.find((one) => one.party === party);
  if (!member)
    throw nobodyLikeThat(
      party,
      attendance.map(({ name }) => name),
    );
  return member;
}
