import { command } from '../../../../core/command.ts';
import type { Intent } from '../../../../core/feature.ts';
import { withRefusal } from '../../../../core/with-refusal.ts';
import { contextAt } from '../../board/desk.ts';
import { isPlanning, openPlan, type PlanDesk, startIn } from '../start.ts';
import { boardReply } from '../views/board.ts';
import { meetingsReply } from '../views/list.ts';
import { readMeetingCommand } from './commands.ts';
import { officeVerbs } from './office-commands.ts';
import { showMeeting } from './show.ts';
import { typed } from './typed.ts';

/** What the office and the chair type; members' own words are claimed by their part. */
export function officeIntents(desk: PlanDesk): readonly Intent[] {
  return [
    {
      id: 'beirat.plan',
      title: { de: 'Eine Sitzung des Beirats planen', en: 'Plan a meeting of the board' },
      examples: { de: ['Beirat einladen', 'Neue Sitzung'], en: ['Invite the board', 'New meeting'] },
      match: (text) => isPlanning(text),
      inMenu: false,
      handle: (turn) => withRefusal(turn, () => openPlan(desk, turn, startIn(turn.text))),
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
      handle: (turn) => withRefusal(turn, () => meetingsReply(desk, turn)),
    },
    {
      id: 'beirat.board',
      title: { de: 'Die Sitze des Beirats', en: 'The seats of the board' },
      examples: { de: ['Beirat', 'Beirat Mitglieder'], en: ['Board', 'Board members'] },
      match: command(
        'beirat',
        'beirat mitglieder',
        'beiratsmitglieder',
        'mitglieder des beirats',
        'sitze des beirats',
        'board',
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
        withRefusal(turn, () => showMeeting(desk, turn, readMeetingCommand(turn.text)?.id ?? '')),
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
      handle: (turn) => withRefusal(turn, () => typed(desk, turn)),
    },
  ];
}
