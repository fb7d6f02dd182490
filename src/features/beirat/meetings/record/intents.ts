import { command } from '../../../../core/command.ts';
import type { Intent } from '../../../../core/feature.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { TextTurn } from '../../../../core/turn.ts';
import { withRefusal } from '../../../../core/with-refusal.ts';
import { readMeetingCommand } from '../chat/commands.ts';
import type { Desk } from '../desk.ts';
import { reportDone } from './acting.ts';
import { showResolutions } from './showing.ts';
import { readRecordCommand } from './typed.ts';
import { readResolutionCommand } from './typed-resolution.ts';
import { correct, typed } from './typing.ts';

/** What is typed about the record, and about resolutions by their number. */
export function recordIntents(desk: Desk): readonly Intent[] {
  return [
    {
      id: 'beirat.record',
      title: { de: 'Sitzung eröffnen, Niederschrift führen', en: 'Open a meeting, keep its minutes' },
      examples: {
        de: [
          'B-2026/1 Niederschrift',
          'B-2026/1 eröffnen 14:05',
          'B-2026/1 Anwesenheit Fachperson Wirtschaft: online',
          'B-2026/1 befangen TOP 4: Fachperson Wirtschaft',
          'B-2026/1 Notiz TOP 3: Der Bericht wird zur Kenntnis genommen',
          'B-2026/1 Beschluss TOP 4 5:1:0: Der Beirat empfiehlt den Antrag; zuständig: Amt 80; bis: 31.01.2027',
          'B-2026/1 Ende 16:10',
          'B-2026/1 Niederschrift senden',
          'B-2026/1 Einwendung: Zu TOP 3 fehlt mein Hinweis',
          'B-2026/1 Einwendung 1 beantworten: Ergänzt',
          'B-2026/1 abschließen',
        ],
        en: [
          'B-2026/1 minutes',
          'B-2026/1 open 14:05',
          'B-2026/1 attendance Fachperson Wirtschaft: online',
          'B-2026/1 conflict item 4: Fachperson Wirtschaft',
          'B-2026/1 note item 3: The report is noted',
          'B-2026/1 resolution item 4 5:1:0: The board recommends it; owner: Amt 80; due: 31.01.2027',
          'B-2026/1 end 16:10',
          'B-2026/1 send minutes',
          'B-2026/1 objection: My remark on item 3 is missing',
          'B-2026/1 objection 1 answer: Added',
          'B-2026/1 close',
        ],
      },
      match: (text) => {
        const rest = readMeetingCommand(text)?.rest;
        return rest !== undefined && readRecordCommand(rest) !== undefined;
      },
      inMenu: false,
      handle: (turn) => withRefusal(turn, () => typed(desk, turn)),
    },
    {
      id: 'beirat.resolutions',
      title: { de: 'Offene Beschlüsse des Beirats', en: 'Open resolutions of the board' },
      examples: { de: ['Beschlüsse', 'Offene Beschlüsse'], en: ['Resolutions', 'Open resolutions'] },
      match: command(
        'beschlüsse',
        'beschluesse',
        'offene beschlüsse',
        'offene beschluesse',
        'beschlüsse des beirats',
        'resolutions',
        'open resolutions',
        'resolutions of the board',
      ),
      inMenu: false,
      handle: (turn) => withRefusal(turn, () => showResolutions(desk, turn)),
    },
    {
      id: 'beirat.resolution',
      title: { de: 'Einen Beschluss als erledigt melden', en: 'Report a resolution as done' },
      examples: {
        de: ['B-2026/1-03 erledigt: Bericht liegt vor', 'B-2026/1-03 berichtigen 5:0:1: Neuer Wortlaut'],
        en: ['B-2026/1-03 done: The report is there', 'B-2026/1-03 correct 5:0:1: New wording'],
      },
      match: (text) => readResolutionCommand(text) !== undefined,
      inMenu: false,
      handle: (turn) => withRefusal(turn, () => numbered(desk, turn)),
    },
  ];
}

async function numbered(desk: Desk, typedTurn: TextTurn): Promise<Reply> {
  const read = readResolutionCommand(typedTurn.text);
  if (!read) return showResolutions(desk, typedTurn);
  const turn = { ...typedTurn, language: read.language ?? typedTurn.language };
  const { command: wanted, number } = read;
  if (wanted.kind === 'done') return reportDone(desk, turn, number, wanted.note);
  if (wanted.kind === 'correct') return correct(desk, turn, read.meeting, number, wanted);
  return showResolutions(desk, turn, { choice: number });
}
