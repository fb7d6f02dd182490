import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed } from '../../../../case/decision.ts';
import type { Language } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { attendanceOf, candidates, leastNeeded, personNamed, seatsThere } from '../attendance.ts';
import { begin } from '../ledger.ts';
import { type Attendance, type Meeting, type Presence, presences, type Session } from '../model.ts';
import { bare, changes, isThere, isThereAt, moved, orderOf } from '../presence.ts';
import {
  chairNotThere,
  nobodyLikeThat,
  noSuchItem,
  presenceItemMissing,
  presenceMissing,
} from '../refusals.ts';
import { chairAfter, redrafted, requiredTime, requireSession, timeIn } from './hold.ts';
import { text } from './input.ts';
import { aboutItem, requiredItem } from './item-words.ts';

const act = actsOf<Meeting, Context>();

const Input = z.object({
  party: text,
  /** Instead of the party: a name as it was typed. */
  name: text,
  presence: z.enum(presences).optional().catch(undefined),
  /** Comes or leaves before this item; without one the presence is that of the whole meeting. */
  item: text,
  change: z.enum(['comes', 'leaves']).optional().catch(undefined),
  time: text,
  /** Takes the place of whoever leaves: a name as it was typed. */
  successor: text,
  note: z.string().max(4000).optional().catch(undefined),
});
type Input = z.infer<typeof Input>;

/** Records for one person whether they were there, and from which item to which. */
export const attend = act({
  kind: 'attend',
  title: { de: 'Anwesenheit festhalten', en: 'Record an attendance' },
  input: Input,
  buttons: {},
  typed: [
    { de: 'anwesenheit', en: 'attendance', read: attendanceIn },
    {
      // "Fachperson Wirtschaft verlässt die Sitzung vor TOP 6"
      claims: (words) => sentence.test(words),
      read: (words, meeting) => attendanceIn(words, meeting),
      language: languageOf,
    },
  ],
  probe: ({ session }) => {
    const one = session?.attendance[0];
    if (!one) return undefined;
    const presence = one.presence === 'in-person' ? 'online' : 'in-person';
    return { party: one.party, name: '', presence, item: '', time: '', successor: '' } as const;
  },
  decide(meeting, input, by, context) {
    requireOffice(by, context);
    const session = requireSession(meeting);
    if (!(input.presence || input.change) || !(input.party || input.name)) throw presenceMissing();
    const party = input.party || personNamed(input.name, meeting, context);
    const one = [...session.attendance, ...candidates(meeting, context)].find(
      (other) => other.party === party,
    );
    if (!one)
      throw nobodyLikeThat(
        party,
        candidates(meeting, context).map(({ name }) => name),
      );
    const attendance = attendanceWith(meeting, { ...input, party }, context);
    if (JSON.stringify(attendance) === JSON.stringify(session.attendance)) return undefined;
    const next = withAttendance(meeting, session, attendance, context);
    const facts = {
      name: one.name,
      who: party,
      ...(input.presence ? { presence: input.presence } : {}),
      ...(input.item ? { item: requiredItem(meeting, input.item) } : {}),
      ...(input.change ? { change: input.change } : {}),
    };
    return redrafted(changed(begin(meeting), {}), next, { ...actor(by), act: 'attendance', facts });
  },
});

/** The record with other people there. @throws {Refusal} when whoever chaired was not there at all */
export const withAttendance = (
  meeting: Meeting,
  session: Session,
  attendance: Attendance[],
  context: Context,
): Session => ({
  ...session,
  attendance,
  ...chairAfter(session, attendance, context),
  hasQuorum: seatsThere(attendance) >= leastNeeded(meeting),
});

function attendanceWith(
  meeting: Meeting,
  input: Input & { readonly party: string },
  context: Context,
): Attendance[] {
  const { party, presence, note } = input;
  const session = requireSession(meeting);
  const known = session.attendance.find((one) => one.party === party);
  // With an item the word says how they are there from then on, or until then; a late comer was not there before.
  const isWhole = !input.change;
  const isKnownThere = known && (isThere(known) || known.moves);
  const fromBeginning = input.change === 'leaves' && presence && !isKnownThere;
  const entries = presence && (isWhole || fromBeginning) ? { [party]: presence } : {};
  const rows = withRow(attendanceOf(meeting, entries, context), party, meeting, context).map((row) =>
    row.party === party && note !== undefined ? { ...row, note: note || undefined } : row,
  );
  if (isWhole) return rows.map((row) => (row.party === party ? bare({ ...row, moves: undefined }) : row));
  const successor = input.successor && personNamed(input.successor, meeting, context);
  const time = input.time ? requiredTime(input.time) : undefined;
  const all = successor ? withRow(rows, successor, meeting, context) : rows;
  requiredItem(meeting, input.item);
  return all.map((row) => {
    if (row.party === party) return bare(moved(row, { ...changeOf(input), time }, orderOf(meeting)));
    if (row.party === successor)
      return bare(moved(row, { to: 'in-person', item: input.item, time }, orderOf(meeting)));
    return row;
  });
}

const changeOf = ({ change, presence, item }: Input): { readonly to: Presence; readonly item: string } => ({
  to: change === 'leaves' ? 'absent' : presence === 'online' ? 'online' : 'in-person',
  item,
});

/** A deputy who comes unasked gets a row. */
export function withRow(
  attendance: readonly Attendance[],
  party: string,
  meeting: Meeting,
  context: Context,
): Attendance[] {
  if (attendance.some((one) => one.party === party)) return [...attendance];
  const { isExtra: _, ...row } = candidates(meeting, context).find((one) => one.party === party) ?? {};
  return row && 'party' in row ? [...attendance, row as Attendance] : [...attendance];
}

/** Who is there from an item on, as it was ticked: the others have left, those who were not there have come. */
export function presentAt(
  meeting: Meeting,
  item: string,
  present: readonly string[],
  context: Context,
): Attendance[] {
  const session = requireSession(meeting);
  const order = orderOf(meeting);
  const rows = present.reduce((all, party) => withRow(all, party, meeting, context), [
    ...session.attendance,
  ] as Attendance[]);
  return rows.map((row) => {
    const isThere = isThereAt(row, item, order);
    const isTicked = present.includes(row.party);
    if (isThere === isTicked) return row;
    const before = row.presence === 'online' ? 'online' : 'in-person';
    return bare(movedAt(row, isTicked ? before : 'absent', item, order));
  });
}

/** What is ticked is true of this item, whatever was said of it before. */
function movedAt(row: Attendance, to: Presence, item: string, order: readonly string[]): Attendance {
  const at = order.indexOf(item);
  const place = (move: { readonly item: string }) => order.indexOf(move.item);
  const others = (row.moves ?? []).filter((move) => move.item !== item);
  const moves = [...others, { item, to }].sort((a, b) => place(a) - place(b));
  // Before the first item is from the beginning.
  return at === 0
    ? { ...row, presence: to, moves: changes(to, others) }
    : { ...row, moves: changes(row.presence, moves) };
}

const words =
  '(?<word>online anwesend|online|present online|anwesend|vor ort|present|in person|entschuldigt|excused|abwesend|absent)';
const presenceShape = new RegExp(`^(?<name>.+?)\\s*[:,–]\\s*${words}(?:[\\s:,;–.!?-]+(?<note>.*))?$`, 'isu');
const presenceNames: readonly (readonly [RegExp, Presence])[] = [
  [/^(?:online anwesend|online|present online)/i, 'online'],
  [/^(?:anwesend|vor ort|present|in person)/i, 'in-person'],
  [/^(?:entschuldigt|excused)/i, 'excused'],
  [/^(?:abwesend|absent)/i, 'absent'],
];

const goes = 'verlässt(?: die sitzung)?|verlaesst(?: die sitzung)?|geht|bis|leaves(?: the meeting)?|until';
const comes = 'kommt(?: zurück| wieder)?|ab|wieder da|comes(?: back)?|from';
/** "geht vor TOP 6 um 15:40, es übernimmt NAME", "bis TOP 5", "kommt zu TOP 6", "ab TOP 6" */
const moveShape = new RegExp(
  `^(?:(?<goes>${goes})|(?<comes>${comes}))\\s+(?:(?<where>vor|nach|zu|mit|bei|einschließlich|before|after|to|at|for)\\s+)?(?:top|punkt|item)\\s*(?<item>\\d{1,3})(?<rest>.*)$`,
  'isu',
);
const justTime =
  /^(?:bis|ab|um|geht|kommt|verlässt die sitzung|until|from|at)\s+(?:um\s+|at\s+)?\d{1,2}(?:[:.]\d{2})?(?:\s*uhr)?\b/iu;
const sentence = new RegExp(
  `^(?!anwesenheit\\b|attendance\\b)\\S.*?\\s(?:${goes}|${comes})\\s+(?:\\p{L}+\\s+)?(?:top|punkt|item)\\s*\\d`,
  'isu',
);
const wholeSentence = new RegExp(`^(?<name>\\S.*?)\\s*[:,–]?\\s+(?<move>(?:${goes}|${comes})\\s.*)$`, 'isu');

function languageOf(said: string): Language {
  return /\b(?:leaves|comes|until|from|item|before)\b/i.test(said) ? 'en' : 'de';
}

/** "Fachperson Wirtschaft: anwesend, geht vor TOP 6" @throws {Refusal} when only a time is named */
function attendanceIn(rest: string, meeting: Meeting) {
  const whole = presenceShape.exec(rest)?.groups;
  const said = whole ?? wholeSentence.exec(rest)?.groups;
  const { name = rest, word = '', note = '', move = '' } = said ?? {};
  const presence = presenceNames.find(([pattern]) => pattern.test(word))?.[1];
  const more = (move || note).trim();
  const change = changeIn(more, meeting);
  if (!change && justTime.test(more)) throw presenceItemMissing();
  return {
    name: name.trim().replace(/[:,]$/, ''),
    presence,
    ...(change ?? (more ? { note: more } : {})),
  };
}

/** What a movement means: "bis TOP 5" and "nach TOP 5" are before the next one. */
function changeIn(said: string, { plan }: Meeting) {
  const found = moveShape.exec(said)?.groups;
  if (!found) return undefined;
  const isLeaving = found.goes !== undefined;
  const isAfter = /^(?:nach|after|einschließlich)$/i.test(found.where ?? '');
  const isUntil = /^(?:bis|until)$/i.test(found.goes ?? '') && !/^(?:vor|before)$/i.test(found.where ?? '');
  const n = Number(found.item);
  if (n < 1 || n > plan.items.length) throw noSuchItem(plan.items.length);
  const at = isAfter || (isLeaving && isUntil) ? n + 1 : n;
  const rest = found.rest ?? '';
  const time = timeIn(/\d{1,2}[:.]\d{2}/.exec(rest)?.[0] ?? '') ?? '';
  const successor =
    /(?:übernimmt|uebernimmt|dann|stattdessen|instead|takes over)\s+(?<who>.+?)[.!]?$/iu.exec(rest)?.groups
      ?.who ?? '';
  // Who stays to the end leaves nothing out.
  const item = plan.items[at - 1];
  return item
    ? { change: isLeaving ? ('leaves' as const) : ('comes' as const), item: item.id, time, successor }
    : { presence: 'in-person' as const };
}

const chairing = aboutItem('leitung|vorsitz', 'chair');

/** Somebody else chairs an item: the chair is excluded, or has left. */
export const chairItem = act({
  kind: 'chair-item',
  title: { de: 'Leitung eines Punkts festhalten', en: 'Record who chaired an item' },
  input: z.object({ item: text, party: text, who: text }),
  buttons: {},
  typed: [
    {
      ...chairing,
      read(said, meeting) {
        const { item, note } = chairing.read(said, meeting);
        return { item, who: note };
      },
    },
  ],
  probe: ({ plan, session }) => ({
    item: plan.items[0]?.id ?? '',
    party: session?.attendance.find(({ party }) => party !== session.chairedBy)?.party ?? '',
    who: '',
  }),
  decide(meeting, { item, party: given, who }, by, context) {
    requireOffice(by, context);
    const session = requireSession(meeting);
    const n = requiredItem(meeting, item);
    const party = given || personNamed(who, meeting, context);
    const one = session.attendance.find((other) => other.party === party);
    const isExcluded = session.conflicts.some((other) => other.item === item && other.party === party);
    if (!one || isExcluded || !isThereAt(one, item, orderOf(meeting))) throw chairNotThere();
    if (session.chairs?.[item]?.party === party) return undefined;
    const next = { ...session, chairs: { ...session.chairs, [item]: { party, name: one.name } } };
    const facts = { item: n, name: one.name, who: party };
    return redrafted(begin(meeting), next, { ...actor(by), act: 'chaired', facts });
  },
});
