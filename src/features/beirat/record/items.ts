import type { Party } from '../../../core/party.ts';
import { isDay } from '../chat/day-time.ts';
import type { Context } from '../context.ts';
import { actor, requireState } from '../decide/rights.ts';
import { labelOf, type Meeting } from '../meeting.ts';
import { changed, type Progress, recorded, starting } from '../owing.ts';
import type { RecordActOf } from './act.ts';
import { itemQuorum } from './attendance.ts';
import { redrafted, requireSession } from './opening.ts';
import {
  dueDayWrong,
  nobodyLikeThat,
  noQuorum,
  noQuorumForItem,
  noSuchItem,
  noSuchResolution,
  tooManyVotes,
  votesMissing,
  wordingMissing,
} from './refusals.ts';
import type { Resolution, Session } from './session.ts';

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

/** Records a resolution, or corrects one. Adopted with more yes than no (§ 40 GemO). */
export function resolve(
  meeting: Meeting,
  act: RecordActOf<'resolve'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const session = requireSession(meeting);
  const n = requiredItem(meeting, act.item);
  const given = resolutionOf(meeting, act);
  requireEntitled(meeting, session, given);
  const before = meeting.resolutions.find(({ number }) => number === given.number);
  if (isSame(before, given) || (!act.number && meeting.resolutions.some((one) => isTwin(one, given))))
    return undefined;
  const resolutions = before
    ? meeting.resolutions.map((one) => (one === before ? given : one))
    : [...meeting.resolutions, given];
  const facts = { number: given.number, item: n, isAdopted: given.isAdopted };
  return redrafted(
    { ...meeting, resolutions },
    session,
    { ...actor(by), act: 'resolved', note: given.wording, facts },
    context,
  );
}

function resolutionOf(meeting: Meeting, act: RecordActOf<'resolve'>): Resolution {
  const before = act.number ? meeting.resolutions.find(({ number }) => number === act.number) : undefined;
  if (act.number && !before) throw noSuchResolution(act.number);
  const wording = act.wording.trim();
  if (!wording) throw wordingMissing();
  const { yes, no, abstain } = act;
  const isWhole = [yes, no, abstain].every((count) => Number.isInteger(count) && count >= 0);
  if (!isWhole || yes + no + abstain === 0) throw votesMissing();
  const owner = act.owner?.trim();
  const dueDay = act.dueDay?.trim();
  if (dueDay && !isDay(dueDay)) throw dueDayWrong();
  return {
    number: before?.number ?? nextNumber(meeting),
    item: act.item,
    wording,
    votes: { yes, no, abstain },
    isAdopted: yes > no,
    ...(owner ? { owner } : {}),
    ...(dueDay ? { dueDay } : {}),
    ...(before?.done ? { done: before.done } : {}),
  };
}

/** `B-2026/1-03` after `B-2026/1-02`. */
function nextNumber(meeting: Meeting): string {
  const last = Math.max(0, ...meeting.resolutions.map(({ number }) => Number(/\d+$/.exec(number)?.[0])));
  return `${labelOf(meeting)}-${String(last + 1).padStart(2, '0')}`;
}

function requireEntitled(meeting: Meeting, session: Session, { item, votes }: Resolution): void {
  const { there, needed, isReached } = itemQuorum(meeting, item, session);
  if (!isReached) throw session.hasQuorum ? noQuorumForItem(there, needed) : noQuorum(there, needed);
  const cast = votes.yes + votes.no + votes.abstain;
  if (cast > there) throw tooManyVotes(cast, there);
}

const isSame = (before: Resolution | undefined, given: Resolution): boolean =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(given);
/** The same typed twice. */
const isTwin = (one: Resolution, { item, wording }: Resolution): boolean =>
  one.item === item && one.wording === wording;

/** The office reports that a resolution was carried out. */
export function resolutionDone(
  meeting: Meeting,
  act: RecordActOf<'resolution-done'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireState(meeting, 'held', 'minuted');
  const one = meeting.resolutions.find(({ number, isAdopted }) => number === act.number && isAdopted);
  if (!one) throw noSuchResolution(act.number);
  if (one.done) return undefined;
  const words = act.note?.trim();
  const said = words ? { note: words } : {};
  const done = { at: context.now, by: by.id, byName: by.name, ...said };
  const resolutions = meeting.resolutions.map((other) => (other === one ? { ...one, done } : other));
  const entry = { ...actor(by), act: 'resolution-done', ...said, facts: { number: one.number } };
  return recorded(changed(starting(meeting), { resolutions }), entry, context);
}

/** Number of an item on the agenda. @throws {Refusal} */
function requiredItem({ plan }: Meeting, id: string): number {
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
