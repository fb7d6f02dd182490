import { command } from '../../../../core/command.ts';
import type { Action, Intent } from '../../../../core/feature.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Turn } from '../../../../core/turn.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import type { RhythmDesk } from './reminding.ts';
import { rhythmOf } from './status.ts';
import { rhythmReply } from './view.ts';

/** Anybody may ask when the next meeting is due; the dates of one that is planned only see those whom it concerns. */
export const rhythmIntents = (desk: RhythmDesk): readonly Intent[] => [
  {
    id: 'beirat.rhythm',
    title: { de: 'Wann die nächste Beiratssitzung fällig ist', en: 'When the next board meeting is due' },
    examples: { de: ['Nächste Beiratssitzung'], en: ['Next board meeting'] },
    match: command(
      'nächste beiratssitzung',
      'nächste sitzung',
      'sitzungsrhythmus',
      'next board meeting',
      'next meeting',
      'meeting rhythm',
    ),
    inMenu: false,
    handle: (turn) => showRhythm(desk, turn),
  },
];

export const rhythmActions = (desk: RhythmDesk): readonly Action[] => [
  { verb: 'beirat.rhythm', handle: async (turn) => ({ ...(await showRhythm(desk, turn)), inPlace: true }) },
];

async function showRhythm(desk: RhythmDesk, turn: Turn): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const meetings = await desk.meetings.list();
  return rhythmReply(rhythmOf(meetings, context), meetings, viewerOf(turn, desk), context);
}
