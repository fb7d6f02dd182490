import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import { Refusal } from '../../../../core/refusal.ts';
import type { Context } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { personNamed } from '../attendance.ts';
import { guestsIn, mostGuests, tooManyGuests } from '../guests.ts';
import { begin } from '../ledger.ts';
import type { Meeting, Session } from '../model.ts';
import { nobodyLikeThat } from '../refusals.ts';
import { presentAt, withAttendance } from './attend.ts';
import { isOldRecord, redrafted, requireSession } from './hold.ts';
import { stamp, text } from './input.ts';
import { aboutItem, partiesIn, requiredItem } from './item-words.ts';

const act = actsOf<Meeting, Context>();

/** Records an item: what was said, and who took no part because of a conflict of interest. The whole of it. */
export const item = act({
  kind: 'item',
  title: { de: 'Punkt festhalten', en: 'Record an item' },
  input: z.object({
    record: stamp,
    item: text,
    note: text,
    excluded: text.transform(partiesIn),
    /** Who was there; cards of before do not ask. */
    present: z.string().max(4000).transform(partiesIn).optional().catch(undefined),
    /** Who came for this item only. */
    guests: z.string().max(4000).transform(guestsIn).optional().catch(undefined),
  }),
  buttons: { 'beirat.record-save': {} },
  typed: [],
  probe: ({ plan, session }) => {
    const id = plan.items[0]?.id ?? '';
    const note = `${session?.notes[id] ?? ''}?`;
    return { record: undefined, item: id, note, excluded: [], present: undefined, guests: undefined };
  },
  decide(meeting, { record, item: id, note: said, excluded, present, guests }, by, context) {
    requireOffice(by, context);
    if (isOldRecord(meeting, record)) return undefined;
    // Whoever records the item has seen what was declared: from now on the record says who took no part.
    const { declared = [] } = meeting;
    const isSettled = declared.some((one) => one.item === id);
    const rest = declared.filter((one) => one.item !== id);
    const settled = isSettled ? { ...meeting, declared: rest } : meeting;
    const recorded = itemRecorded(settled, { item: id, text: said, excluded, present, guests }, by, context);
    return recorded ?? (isSettled ? changed(begin(meeting), { declared: rest }) : undefined);
  },
});

export function itemRecorded(
  meeting: Meeting,
  given: {
    readonly item: string;
    readonly text: string;
    readonly excluded: readonly string[];
    readonly present?: readonly string[] | undefined;
    readonly guests?: readonly string[] | undefined;
  },
  by: Party,
  context: Context,
): Decision<Meeting> | undefined {
  const before = requireSession(meeting);
  const n = requiredItem(meeting, given.item);
  const attendance = given.present && presentAt(meeting, given.item, given.present, context);
  const isSameRoom = !attendance || JSON.stringify(attendance) === JSON.stringify(before.attendance);
  const session = isSameRoom ? before : withAttendance(meeting, before, attendance, context);
  const said = given.text.trim();
  const noteOf = (party: string) => session.conflicts.find((one) => isOf(one, given.item, party))?.note;
  const excluded = [...new Set(given.excluded)].map((party) => {
    const why = noteOf(party);
    requiredMember(session, party);
    return { item: given.item, party, ...(why ? { note: why } : {}) };
  });
  const known = session.conflicts.filter((one) => one.item === given.item);
  const sameConflicts = parties(known) === parties(excluded);
  const sameText = said === (session.notes[given.item] ?? '');
  const { guests } = given;
  if (guests && guests.length > mostGuests) throw tooManyGuests();
  const sameGuests = !guests || JSON.stringify(guests) === JSON.stringify(guestsKnown(meeting, given.item));
  if (sameConflicts && sameText && isSameRoom && sameGuests) return undefined;
  const { [given.item]: _, ...notes } = session.notes;
  const next: Session = {
    ...session,
    conflicts: sameConflicts
      ? session.conflicts
      : [...session.conflicts.filter((one) => one.item !== given.item), ...excluded],
    notes: said ? { ...notes, [given.item]: said } : notes,
    ...(sameGuests ? {} : { guestsAt: { ...session.guestsAt, [given.item]: [...guests] } }),
  };
  const what = !sameConflicts ? 'conflict' : isSameRoom ? 'noted' : 'attendance';
  const entry = { ...actor(by), act: what, facts: { item: n } };
  return redrafted(begin(meeting), next, entry);
}

/** Whom the record names; where nobody was invited and nothing recorded, nobody. */
const guestsKnown = ({ plan, session }: Meeting, id: string): readonly string[] | undefined =>
  session?.guestsAt?.[id] ?? (plan.items.find((one) => one.id === id)?.guests?.length ? undefined : []);

const isOf = (one: { readonly item: string; readonly party: string }, of: string, party: string): boolean =>
  one.item === of && one.party === party;
const parties = (list: readonly { readonly party: string }[]): string =>
  list
    .map(({ party }) => party)
    .sort()
    .join(' ');

const conflictOff = aboutItem('nicht befangen', 'no conflict');
const conflictOn = aboutItem('befangen', 'conflict');

/** Records or takes back that one person takes no part in an item. */
export const conflict = act({
  kind: 'conflict',
  title: { de: 'Befangenheit festhalten', en: 'Record a conflict of interest' },
  input: z.object({
    item: text,
    party: text,
    /** Instead of the party: a name as it was typed, perhaps a colon and the reason. Names may have colons, too. */
    who: text,
    note: text,
    isOff: z.boolean().catch(false),
  }),
  buttons: {},
  typed: [
    { ...conflictOff, read: (words, meeting) => conflictIn(conflictOff.read(words, meeting), true) },
    { ...conflictOn, read: (words, meeting) => conflictIn(conflictOn.read(words, meeting), false) },
  ],
  probe: ({ plan, session }) => {
    const party = session?.attendance[0]?.party ?? '';
    return { item: plan.items[0]?.id ?? '', party, who: '', note: '?', isOff: false };
  },
  decide(meeting, input, by, context) {
    requireOffice(by, context);
    const session = requireSession(meeting);
    const n = requiredItem(meeting, input.item);
    const who = input.party ? input : named(input.who, meeting, context);
    const member = requiredMember(session, who.party);
    const others = session.conflicts.filter((one) => !isOf(one, input.item, who.party));
    const isKnown = others.length < session.conflicts.length;
    const note = who.note.trim();
    if (input.isOff ? !isKnown : isKnown && !note) return undefined;
    const one = { item: input.item, party: who.party, ...(note ? { note } : {}) };
    const next = { ...session, conflicts: input.isOff ? others : [...others, one] };
    const facts = { item: n, name: member.name, who: who.party, isOff: input.isOff };
    return redrafted(begin(meeting), next, { ...actor(by), act: 'conflict', facts });
  },
});

const conflictIn = (said: { readonly item: string; readonly note: string }, isOff: boolean) => ({
  item: said.item,
  who: said.note,
  isOff,
});

/** "NAME" or "NAME: reason". @throws {Refusal} */
function named(who: string, meeting: Meeting, context: Context) {
  const at = who.lastIndexOf(': ');
  if (at < 0) return { party: personNamed(who, meeting, context), note: '' };
  try {
    return { party: personNamed(who, meeting, context), note: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { party: personNamed(who.slice(0, at), meeting, context), note: who.slice(at + 1) };
  }
}

/** Replaces what was said to an item. */
export const note = act({
  kind: 'note',
  title: { de: 'Notiz zu einem Punkt', en: 'Note on an item' },
  input: z.object({ item: text, note: text }),
  buttons: {},
  typed: [aboutItem('notiz', 'note')],
  probe: ({ plan }) => ({ item: plan.items[0]?.id ?? '', note: '?' }),
  decide(meeting, { item: id, note: said }, by, context) {
    requireOffice(by, context);
    const { conflicts } = requireSession(meeting);
    const excluded = conflicts.filter((one) => one.item === id).map(({ party }) => party);
    return itemRecorded(meeting, { item: id, text: said, excluded }, by, context);
  },
});

function requiredMember({ attendance }: Session, party: string) {
  const member = attendance.find((one) => one.party === party);
  if (!member)
    throw nobodyLikeThat(
      party,
      attendance.map(({ name }) => name),
    );
  return member;
}
