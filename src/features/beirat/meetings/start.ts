import type { SentForm } from '../../../case/create.ts';
import { AlreadyExists, type Collection } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { readDayTime } from '../board/day-time.ts';
import { contextAt, viewerOf } from '../board/desk.ts';
import { requireOffice } from '../board/rights.ts';
import { counterOf, planned, yearOf } from './acts/draft.ts';
import { type Proposal, proposalOf } from './agenda.ts';
import { actOn, type Desk, visibleMeeting } from './desk.ts';
import { entriesOf, newEntries, type PlanEntries, planOf, planReply, readPlan, usualItems } from './form.ts';
import { type Meeting, meetingCollection } from './model.ts';
import { proposedDays } from './rhythm/rhythm.ts';
import { agendaReply } from './views/agenda.ts';
import { openResolutions, resolutionItem } from './views/resolutions.ts';

export type PlanDesk = Desk & { readonly forms: Collection<SentForm> };

/** How long a form is remembered after it was sent, in milliseconds. */
const formKept = 30 * 86_400_000;

export type Start = {
  readonly day?: string | undefined;
  readonly time?: string | undefined;
  /** The meeting without a quorum that is repeated. */
  readonly secondOf?: string | undefined;
};

/** The form of a new meeting, with dates that would fit. @throws {Refusal} unless the office asks */
export async function openPlan(desk: PlanDesk, turn: Turn, start: Start = {}): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const secondOf = start.secondOf ? await visibleMeeting(desk, start.secondOf, by.id, turn.at) : undefined;
  const days = proposedDays(await desk.meetings.list(), context);
  const entries = newEntries(
    { form: desk.newId(), day: start.day ?? days[0], time: start.time, secondOf },
    context,
  );
  return planReply(entries, turn.language, { days });
}

/** The form of a meeting that is being planned. */
export async function openEdit(desk: PlanDesk, turn: Turn, id: string): Promise<Reply> {
  const by = viewerOf(turn, desk);
  requireOffice(by, contextAt(desk, turn.at));
  const meeting = await visibleMeeting(desk, id, by.id, turn.at);
  return planReply(entriesOf(meeting, desk.newId()), turn.language);
}

/** Takes a filled-in form: back with what is wrong, or on to the agenda of the new or changed meeting. */
export async function savePlan(desk: PlanDesk, turn: Turn, data: unknown): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const read = readPlan(data);
  if (!read) throw formGone();
  const { entries, problems } = read;
  if (problems.length > 0) {
    const remark = problems.map((problem) => problem[turn.language]).join(' ');
    return planReply(entries, turn.language, { remark });
  }
  try {
    const meeting = entries.id
      ? await changedPlan(desk, turn, entries)
      : await newMeeting(desk, turn, entries);
    return await agendaOf(desk, turn, meeting);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'only-office') throw error;
    return planReply(entries, turn.language, { remark: error.text[turn.language] });
  }
}

async function changedPlan(desk: PlanDesk, turn: Turn, entries: PlanEntries): Promise<Meeting> {
  const by = viewerOf(turn, desk);
  const before = await visibleMeeting(desk, entries.id, by.id, turn.at);
  const plan = planOf(entries, before.plan.items, contextAt(desk, turn.at));
  const { meeting } = await actOn(
    desk,
    by,
    entries.id,
    { kind: 'edit', draft: entries.draft, plan },
    turn.at,
  );
  return meeting;
}

/** Creates the meeting, once for each form. */
async function newMeeting(desk: PlanDesk, turn: Turn, entries: PlanEntries): Promise<Meeting> {
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  const plan = planOf(entries, usualItems(context, 'de', desk.newId), context);
  const dueAt = new Date(Date.parse(turn.at) + formKept).toISOString();
  try {
    await desk.forms.add({ id: entries.form, by: by.id, dueAt });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const { doc: form } = await desk.forms.change(
    entries.form,
    (current, [counter]) => {
      if (current.by !== by.id) throw formGone();
      if (current.meeting) return undefined;
      const { meeting, also } = planned(
        { plan, secondOf: entries.secondOf || undefined },
        by,
        counter,
        context,
      );
      const doc = { ...meeting };
      return {
        doc: { ...current, meeting: meeting.id },
        also: [...also, { collection: meetingCollection, doc }],
      };
    },
    [counterOf(yearOf(plan))],
  );
  return visibleMeeting(desk, form.meeting ?? '', by.id, turn.at);
}

/** The card of the agenda. */
export async function agendaOf(
  desk: PlanDesk,
  turn: Turn,
  meeting: Meeting,
  more: Omit<Parameters<typeof agendaReply>[2], 'proposals'> = {},
): Promise<Reply> {
  return agendaReply(meeting, turn.language, { proposals: await proposalsFor(desk), ...more });
}

/** What may be taken onto an agenda: open resolutions, ideas that wait for the Beirat. */
export async function proposalsFor(desk: PlanDesk): Promise<readonly Proposal[]> {
  const open = openResolutions(await desk.meetings.list()).map((resolution) => ({
    key: `resolution ${resolution.number}`,
    title: `${resolution.number} · ${resolution.wording}`,
    item: resolutionItem(resolution),
  }));
  const offers = (await desk.offers()).map((offer) =>
    proposalOf(offer, offer.rapporteur && desk.directory.person(offer.rapporteur)?.name),
  );
  return [...open, ...offers];
}

export const formGone = () =>
  new Refusal('form-gone', {
    de: 'Dieses Formular gehört zu keiner Sitzung, die Sie bearbeiten können. „Neue Sitzung“ beginnt ein neues.',
    en: 'This form belongs to no meeting that you can edit. “New meeting” starts a new one.',
  });

/** Forgets forms that were sent long ago. */
export const forgetForms = ({ forms }: PlanDesk) => ({
  id: 'beirat.forms',
  async run(now: Date) {
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    for (const { id } of await forms.claim({ now: now.toISOString(), leaseUntil, limit: 50 }))
      await forms.remove(id);
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
