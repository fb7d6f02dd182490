import { labelOf } from '../../../../core/case-number.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { isDay } from '../../board/day-time.ts';
import { actor } from '../../board/rights.ts';
import { itemQuorum } from '../attendance.ts';
import type { Meeting, Resolution, Session } from '../model.ts';
import { changed, type Progress, recorded, starting } from '../owing.ts';
import { requireState } from '../policy.ts';
import type { RecordActOf } from '../record/act.ts';
import {
  dueDayWrong,
  noQuorum,
  noQuorumForItem,
  noSuchResolution,
  tooManyVotes,
  votesMissing,
  wordingMissing,
} from '../refusals.ts';
import { redrafted, requireSession } from './hold.ts';
import { item, requiredItem } from './items.ts';

/** Records a resolution, or corrects one. Adopted with more yes than no (§ 40 GemO). */
export function resolve(
  meeting: Meeting,
  act: RecordActOf<'resolve'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const noted = act.also && item(meeting, { kind: 'item', item: act.item, ...act.also }, by, context);
  const resolved = resolvedIn(noted?.meeting ?? meeting, act, by, context);
  return resolved ?? noted;
}

function resolvedIn(
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
  const isTwin = !act.number && meeting.resolutions.some((one) => isSameText(one, given));
  if (isTwin || (before && JSON.stringify(before) === JSON.stringify(given))) return undefined;
  const resolutions = before
    ? meeting.resolutions.map((one) => (one === before ? given : one))
    : [...meeting.resolutions, given];
  const facts = { number: given.number, item: n, isAdopted: given.isAdopted };
  const entry = { ...actor(by), act: 'resolved', note: given.wording, facts };
  return redrafted({ ...meeting, resolutions }, session, entry, context);
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

/** The same typed twice. */
const isSameText = (one: Resolution, { item, wording }: Resolution): boolean =>
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
