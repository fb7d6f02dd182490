import { firstWrite } from '../../../case/cases.ts';
import { createdOnce } from '../../../case/create.ts';
import { labelOf } from '../../../core/case-number.ts';
import { isDay } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Action, Intent, Job } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { readDayTime } from '../board/day-time.ts';
import { type BoardDesk, contextAt, viewerOf } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { requireOffice } from '../board/rights.ts';
import { planned, requirePossibleDay, yearOf } from './acts/draft.ts';
import { repeatedItems } from './acts/repeat.ts';
import { bookedBy, heeded } from './against.ts';
import { agendaOf } from './agenda-form.ts';
import { type MeetingDesk, ofOffice, visibleTo } from './desk.ts';
import {
  entriesOf,
  newEntries,
  type PlanEntries,
  planFieldOf,
  planOf,
  planReply,
  readPlan,
  usualItems,
} from './form.ts';
import { type Meeting, meetingCollection } from './model.ts';
import { alreadyRepeated, SpeaksAgainst } from './refusals.ts';
import { proposedDays } from './rhythm/rhythm.ts';

export type Start = {
  readonly day?: string | undefined;
  readonly time?: string | undefined;
  /** The meeting without a quorum that is repeated. */
  readonly secondOf?: string | undefined;
};

export const startIntent = (desk: MeetingDesk): Intent => ({
  id: 'beirat.plan',
  title: { de: 'Eine Sitzung des Beirats planen', en: 'Plan a meeting of the board' },
  examples: { de: ['Beirat einladen', 'Neue Sitzung'], en: ['Invite the board', 'New meeting'] },
  match: isPlanning,
  inMenu: false,
  usefulTo: (turn) => isOffice(viewerOf(turn, desk).id, contextAt(desk, turn.at)),
  handle: (turn) => withRefusal(turn, () => openPlan(desk, turn, startIn(turn.text))),
});

export const startActions = (desk: MeetingDesk): readonly Action[] => [
  {
    verb: 'beirat.plan',
    form: true,
    handle: (turn) => openPlan(desk, turn, { day: wordIn(turn.data.day), time: wordIn(turn.data.time) }),
  },
  {
    verb: 'beirat.plan-second',
    form: true,
    handle: (turn) => openPlan(desk, turn, { secondOf: wordIn(turn.data.id) }),
  },
  { verb: 'beirat.save', handle: async (turn) => inPlace(await savePlan(desk, turn, turn.data)) },
];

const wordIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 60) : undefined;

/** The form of a new meeting, with dates that would fit. @throws {Refusal} unless the office asks */
export async function openPlan(desk: MeetingDesk, turn: Turn, start: Start = {}): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  requireOffice(viewerOf(turn, desk), context);
  const secondOf = start.secondOf ? await visibleTo(desk, turn, start.secondOf) : undefined;
  if (secondOf) {
    const known = await secondMeeting(desk, secondOf);
    const viewer = viewerOf(turn, desk);
    const remark = known && alreadyRepeated(labelOf(known)).text[turn.language];
    const shown = known && (await desk.meetings.draw(known, viewer, context, { remark }));
    if (shown) return shown;
    repeatedItems(secondOf);
  }
  const days = proposedDays(await desk.meetings.collection.list(), context, { soon: secondOf !== undefined });
  const { day = days[0], time } = start;
  const entries = newEntries({ form: desk.newId(), day, time, secondOf }, context);
  return planReply(entries, turn.language, {
    days,
    ...(start.day ? await saidBefore(desk, entries, turn) : {}),
  });
}

/** What a named day is up against, said before anything is filled in. */
async function saidBefore(desk: MeetingDesk, entries: PlanEntries, turn: Turn) {
  const context = await calendarAt(desk, turn.at);
  try {
    if (!isDay(entries.day)) return {};
    requirePossibleDay(entries.day, context);
    heeded(entries, [], context);
    return {};
  } catch (error) {
    return saidOn(error, turn);
  }
}

/** A refusal on the form; with what speaks against the plan, where that is all. */
function saidOn(error: unknown, { language }: Turn) {
  if (!(error instanceof Refusal) || error.code === 'only-office') throw error;
  const field = planFieldOf[error.code];
  if (field) return { wrong: [{ field, text: error.text }] };
  const against = error instanceof SpeaksAgainst ? error.against : undefined;
  return { remark: error.text[language], against };
}

/** The world with what else the Beirat has in its calendar. */
const calendarAt = async (desk: MeetingDesk, at: string) => ({
  ...contextAt(desk, at),
  booked: bookedBy(await desk.meetings.collection.list()),
});

/** The form of a meeting that is being planned. */
export const openEdit = async (desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> =>
  planReply(entriesOf(await ofOffice(desk, turn, id), desk.newId()), turn.language);

/** Takes a filled-in form: back with what is wrong, or on to the agenda of the new or changed meeting. */
async function savePlan(desk: MeetingDesk, turn: Turn, data: unknown): Promise<Reply> {
  requireOffice(viewerOf(turn, desk), contextAt(desk, turn.at));
  const read = readPlan(data);
  if (!read) throw formGone();
  const { entries, seen, wrong } = read;
  if (wrong.length > 0) return planReply(entries, turn.language, { wrong });
  try {
    const meeting = entries.id
      ? await changedPlan(desk, turn, entries, seen)
      : await newMeeting(desk, turn, entries, seen);
    return await agendaOf(desk, turn, meeting);
  } catch (error) {
    return planReply(entries, turn.language, saidOn(error, turn));
  }
}

async function changedPlan(
  desk: MeetingDesk,
  turn: Turn,
  entries: PlanEntries,
  seen: readonly string[],
): Promise<Meeting> {
  const before = await visibleTo(desk, turn, entries.id);
  const plan = planOf(entries, before.plan.items, contextAt(desk, turn.at));
  const by = { ...viewerOf(turn, desk), via: 'teams' as const };
  const data = { draft: entries.draft, plan, seen: seen.join(' ') };
  return (await desk.meetings.act(by, entries.id, 'edit', data, turn.at)).doc;
}

/** Creates the meeting, once for each form. */
async function newMeeting(
  desk: MeetingDesk,
  turn: Turn,
  entries: PlanEntries,
  seen: readonly string[],
): Promise<Meeting> {
  const context = await calendarAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  const secondOf = entries.secondOf || undefined;
  const first = secondOf ? await visibleTo(desk, turn, secondOf) : undefined;
  const known = first && (await secondMeeting(desk, first));
  // The same form sent again is the meeting that it made.
  if (known && !(await desk.forms.get(entries.form))?.meeting) throw alreadyRepeated(labelOf(known));
  const plan = planOf(
    entries,
    usualItems(context, 'de', desk.newId, first && !known ? repeatedItems(first) : []),
    context,
  );
  const sending = { form: entries.form, by: by.id, at: turn.at, year: yearOf(plan) };
  const id = await createdOnce(desk.forms, { letter: 'B', counter: 'meetings' }, sending, (number) => {
    const decision = planned(number, { plan, secondOf, seen }, by, context);
    const { doc, also = [] } = firstWrite(desk.meetings.type, decision, context);
    return [{ collection: meetingCollection, doc: { ...doc } }, ...also];
  });
  if (first) {
    const acting = { ...by, via: 'teams' as const };
    await desk.meetings.act(acting, first.id, 'repeat', { second: id }, turn.at);
  }
  return visibleTo(desk, turn, id);
}

/** The second meeting to what had no quorum, unless it was called off. */
async function secondMeeting(
  { meetings }: Pick<MeetingDesk, 'meetings'>,
  { repeatedBy }: Meeting,
): Promise<Meeting | undefined> {
  const known = repeatedBy ? await meetings.collection.get(repeatedBy) : undefined;
  return known?.state === 'cancelled' ? undefined : known;
}

export const formGone = () =>
  new Refusal('form-gone', {
    de: 'Dieses Formular gehört zu keiner Sitzung, die Sie bearbeiten können. „Neue Sitzung“ beginnt ein neues.',
    en: 'This form belongs to no meeting that you can edit. “New meeting” starts a new one.',
  });

/** Forgets forms that were sent long ago, those of date polls and circulations too. */
export const forgetForms = ({ forms }: Pick<BoardDesk, 'forms'>): Job => ({
  id: 'beirat.forms',
  async run(now) {
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await forms.claim({ now: now.toISOString(), leaseUntil, limit: 50 });
    await eachByItself(due, ({ id }) => forms.remove(id));
  },
});

/** Reads "Neue Sitzung am 10.12.2026 14:00". */
const planning =
  /^\s*(?:beirat einladen|(?:neue|eine neue) (?:beirats)?sitzung(?: planen)?|sitzung planen|invite the board|(?:plan a |a )?new (?:board )?meeting)(?<rest>$|[\s:,.!?].*$)/is;

/** Whether somebody wants to plan a meeting: the words alone, or with a day. */
export const isPlanning = (text: string): boolean => {
  const found = planning.exec(text);
  const rest = found?.groups?.rest?.replace(/^[\s:,.!?]+/, '') ?? '';
  return (
    found !== null &&
    (rest === '' || readDayTime(rest.replace(/^(am|zum|für den|on|for)\s+/i, '')) !== undefined)
  );
};

/** The day and time that were named with it. */
export function startIn(text: string): {
  readonly day?: string | undefined;
  readonly time?: string | undefined;
} {
  const rest = planning
    .exec(text)
    ?.groups?.rest?.replace(/^[\s:,.!?]+/, '')
    .replace(/^(am|zum|für den|on|for)\s+/i, '');
  const found = rest ? readDayTime(rest) : undefined;
  return found ? { day: found.day, time: found.time } : {};
}
