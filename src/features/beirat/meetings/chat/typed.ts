import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { TextTurn } from '../../../../core/turn.ts';
import { viewerOf } from '../../board/desk.ts';
import { isUnsettled } from '../acts/follow.ts';
import { emptyItem, itemProblem, withItem } from '../agenda.ts';
import { visibleMeeting } from '../desk.ts';
import { openEdit, type PlanDesk } from '../start.ts';
import { showAgenda } from './agenda-actions.ts';
import { openChange, openMember } from './change-actions.ts';
import { readMeetingCommand } from './commands.ts';
import { type OfficeCommand, readOfficeCommand } from './office-commands.ts';
import { previewOf } from './preview.ts';
import { actAndShow, showMeeting } from './show.ts';

/** Carries out what the office or the chair typed behind the number of a meeting. @throws {Refusal} when something is missing */
export async function typed(desk: PlanDesk, typedTurn: TextTurn): Promise<Reply> {
  const { id = '', rest = '' } = readMeetingCommand(typedTurn.text) ?? {};
  const read = readOfficeCommand(rest);
  if (!read) return showMeeting(desk, typedTurn, id);
  const turn = { ...typedTurn, language: read.language };
  const { command: wanted } = read;
  switch (wanted.kind) {
    case 'act':
      return actAndShow(desk, turn, id, await filledIn(desk, turn, id, wanted));
    case 'form':
      return formOf(desk, turn, id, wanted.form);
    case 'member':
      return memberAct(desk, turn, id, wanted);
    case 'item':
      return newItem(desk, turn, id, wanted);
    case 'incomplete':
      throw incomplete(wanted.needs);
    default:
      return wanted satisfies never;
  }
}

/** A new date without a time keeps the time that was; a place keeps its online access. */
async function filledIn(
  desk: PlanDesk,
  turn: TextTurn,
  id: string,
  { act }: Extract<OfficeCommand, { kind: 'act' }>,
) {
  if (act.kind !== 'move' && act.kind !== 'relocate') return act;
  const { plan } = await visibleMeeting(desk, id, viewerOf(turn, desk).id, turn.at);
  if (act.kind === 'move') return { ...act, time: act.time || plan.time };
  return plan.onlineUrl ? { ...act, onlineUrl: plan.onlineUrl } : act;
}

function formOf(
  desk: PlanDesk,
  turn: TextTurn,
  id: string,
  form: Extract<OfficeCommand, { kind: 'form' }>['form'],
): Promise<Reply> {
  switch (form) {
    case 'plan':
      return openEdit(desk, turn, id);
    case 'agenda':
      return showAgenda(desk, turn, id);
    case 'change':
      return openChange(desk, turn, id);
    case 'member':
      return openMember(desk, turn, id);
    case 'preview':
      return previewOf(desk, turn, id);
    default:
      return form satisfies never;
  }
}

async function memberAct(
  desk: PlanDesk,
  turn: TextTurn,
  id: string,
  { what, name, note }: Extract<OfficeCommand, { kind: 'member' }>,
): Promise<Reply> {
  const meeting = await visibleMeeting(desk, id, viewerOf(turn, desk).id, turn.at);
  const wanted = name.toLowerCase();
  const found =
    meeting.invitees.find((one) => one.name.toLowerCase() === wanted || one.party === wanted) ??
    meeting.invitees.find(
      (one) => one.name.toLowerCase().includes(wanted) && one.dispatches.some(isUnsettled),
    ) ??
    meeting.invitees.find((one) => one.name.toLowerCase().includes(wanted));
  if (!found) throw incomplete('member');
  const act =
    what === 'resend' ? { kind: what, party: found.party } : { kind: what, party: found.party, note };
  return actAndShow(desk, turn, id, act);
}

/** Before the invitation it is a new item, afterwards a supplement that everybody hears of. */
async function newItem(
  desk: PlanDesk,
  turn: TextTurn,
  id: string,
  { title, reason }: Extract<OfficeCommand, { kind: 'item' }>,
): Promise<Reply> {
  const { plan, state, draft, issue } = await visibleMeeting(desk, id, viewerOf(turn, desk).id, turn.at);
  const entries = { ...emptyItem, title };
  const problem = itemProblem(entries);
  if (problem) throw new Refusal('item-title-missing', problem);
  if (state === 'invited')
    return actAndShow(desk, turn, id, {
      kind: 'amend',
      items: withItem(plan.items, entries, `item-later-${issue}`),
      reason,
    });
  const items = withItem(plan.items, entries, `item-${draft}-${plan.items.length + 1}`);
  return actAndShow(desk, turn, id, { kind: 'edit', plan: { ...plan, items } });
}

function incomplete(needs: Extract<OfficeCommand, { kind: 'incomplete' }>['needs']): Refusal {
  const texts = {
    date: {
      de: 'Nennen Sie Tag und Grund, z. B. „B-2026/1 verlegen auf 17.12.2026 14:00: Terminkollision“.',
      en: 'Name the day and the reason, e.g. “B-2026/1 move to 17.12.2026 14:00: Clash of dates”.',
    },
    place: {
      de: 'Nennen Sie Ort und Grund, z. B. „B-2026/1 Ort: Rathaus, Raum 2: Umbau“.',
      en: 'Name the place and the reason, e.g. “B-2026/1 place: Town hall, room 2: Construction”.',
    },
    member: {
      de: 'Nennen Sie das Mitglied, wie es auf der Karte steht.',
      en: 'Name the member as it stands on the card.',
    },
    question: {
      de: 'Nennen Sie die Nummer der Frage und die Antwort, z. B. „B-2026/1 Antwort auf 2: Ja“.',
      en: 'Give the number of the question and the answer, e.g. “B-2026/1 answer 2: Yes”.',
    },
  } as const;
  return new Refusal('command-incomplete', texts[needs]);
}
