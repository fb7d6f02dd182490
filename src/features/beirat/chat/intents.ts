import { command } from '../../../core/command.ts';
import type { Intent } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { TextTurn } from '../../../core/turn.ts';
import { isUnsettled } from '../decide/follow.ts';
import { contextAt, viewerOf, visibleMeeting } from '../desk.ts';
import { emptyItem, itemProblem, withItem } from '../plan/agenda.ts';
import { boardReply } from '../plan/board-view.ts';
import { meetingsReply } from '../plan/list-view.ts';
import { openEdit, openPlan, type PlanDesk } from '../plan/planning.ts';
import { showAgenda } from './agenda-actions.ts';
import { openChange, openMember } from './change-actions.ts';
import { readMeetingCommand } from './commands.ts';
import { readDayTime } from './day-time.ts';
import { type OfficeCommand, officeVerbs, readOfficeCommand } from './office-commands.ts';
import { previewOf } from './preview.ts';
import { actAndShow, showMeeting } from './show.ts';

/** What the office and the chair type; members' own words are claimed by their part. */
export function officeIntents(desk: PlanDesk): readonly Intent[] {
  return [
    {
      id: 'beirat.plan',
      title: { de: 'Eine Sitzung des Beirats planen', en: 'Plan a meeting of the board' },
      examples: { de: ['Beirat einladen', 'Neue Sitzung'], en: ['Invite the board', 'New meeting'] },
      match: (text) => isPlanning(text),
      inMenu: false,
      handle: (turn) => answered(turn, () => openPlan(desk, turn, startIn(turn.text))),
    },
    {
      id: 'beirat.meetings',
      title: { de: 'Ihre Sitzungen des Digitalen Beirats', en: 'Your meetings of the board' },
      examples: { de: ['Meine Sitzungen'], en: ['My meetings'] },
      match: command(
        'meine sitzungen',
        'sitzungen',
        'beiratssitzungen',
        'my meetings',
        'meetings',
        'board meetings',
      ),
      inMenu: false,
      handle: (turn) => answered(turn, () => meetingsReply(desk, turn)),
    },
    {
      id: 'beirat.board',
      title: { de: 'Die Sitze des Beirats', en: 'The seats of the board' },
      examples: { de: ['Beirat Mitglieder'], en: ['Board members'] },
      match: command(
        'beirat mitglieder',
        'beiratsmitglieder',
        'mitglieder des beirats',
        'sitze des beirats',
        'board members',
        'members of the board',
      ),
      inMenu: false,
      handle: async (turn) => boardReply(contextAt(desk, turn.at), turn.language),
    },
    {
      id: 'beirat.meeting',
      title: { de: 'Eine Sitzung nach ihrer Nummer', en: 'A meeting by its number' },
      examples: { de: ['B-2026/1'], en: ['B-2026-1'] },
      match: (text) => readMeetingCommand(text)?.rest === '',
      inMenu: false,
      handle: (turn) =>
        answered(turn, () => showMeeting(desk, turn, readMeetingCommand(turn.text)?.id ?? '')),
    },
    {
      id: 'beirat.act',
      title: { de: 'Sitzung vorbereiten und freigeben', en: 'Prepare and approve a meeting' },
      examples: {
        de: [
          'B-2026/1 freigeben',
          'B-2026/1 Änderung: Bitte TOP 3 streichen',
          'B-2026/1 einladen',
          'B-2026/1 verlegen auf 17.12.2026 14:00: Terminkollision',
        ],
        en: [
          'B-2026/1 approve',
          'B-2026/1 change request: Please remove item 3',
          'B-2026/1 invite',
          'B-2026/1 move to 17.12.2026 14:00: Clash of dates',
        ],
      },
      match: (text) => {
        const rest = readMeetingCommand(text)?.rest;
        return rest !== undefined && officeVerbs.some((words) => words.test(rest));
      },
      inMenu: false,
      handle: (turn) => answered(turn, () => typed(desk, turn)),
    },
  ];
}

const planning =
  /^\s*(?:beirat einladen|(?:neue|eine neue) (?:beirats)?sitzung(?: planen)?|sitzung planen|invite the board|(?:plan a |a )?new (?:board )?meeting)(?<rest>$|[\s:,.!].*$)/is;

const isPlanning = (text: string): boolean => {
  const found = planning.exec(text);
  const rest = found?.groups?.rest?.replace(/^[\s:,.!]+/, '') ?? '';
  return (
    found !== null &&
    (rest === '' || readDayTime(rest.replace(/^(am|zum|für den|on|for)\s+/i, '')) !== undefined)
  );
};

function startIn(text: string): { readonly day?: string | undefined; readonly time?: string | undefined } {
  const rest = planning
    .exec(text)
    ?.groups?.rest?.replace(/^[\s:,.!]+/, '')
    .replace(/^(am|zum|für den|on|for)\s+/i, '');
  const found = rest ? readDayTime(rest) : undefined;
  return found ? { day: found.day, time: found.time } : {};
}

async function typed(desk: PlanDesk, typedTurn: TextTurn): Promise<Reply> {
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

/** A typed line that leads nowhere is answered, like any other question. */
export async function answered(turn: TextTurn, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const text = error.text[turn.language];
    const title = turn.language === 'de' ? 'Hinweis' : 'Please note';
    return { card: 'shared/refusal', data: { title, text }, summary: text, language: turn.language };
  }
}
