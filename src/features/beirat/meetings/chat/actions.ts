import { z } from 'zod';
import type { Action } from '../../../../core/feature.ts';
import type { Reply } from '../../../../core/reply.ts';
import { inPlace } from '../../../../core/reply.ts';
import type { ActionTurn } from '../../../../core/turn.ts';
import { contextAt } from '../../board/desk.ts';
import type { Act } from '../decide/act.ts';
import type { Desk } from '../desk.ts';
import { noMeetingNamed } from '../refusals.ts';
import { openEdit, openPlan, type PlanDesk, savePlan } from '../start.ts';
import { boardReply } from '../views/board.ts';
import { meetingsReply } from '../views/list.ts';
import { agendaActions } from './agenda-actions.ts';
import { changeActions } from './change-actions.ts';
import { previewOf } from './preview.ts';
import { actAndShow, showMeeting } from './show.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
export const text = z.string().max(4000).catch('');
export const number = z.coerce.number().int().min(0).optional().catch(undefined);
const Pressed = z.object({
  id: z.string().max(40),
  draft: number,
  issue: number,
  note: text,
  question: z.coerce.number().int().catch(0),
});
type Pressed = z.infer<typeof Pressed>;

/** What each button of the meeting's card means. */
const acts: Readonly<Record<string, (pressed: Pressed) => Act>> = {
  'beirat.submit': ({ draft }) => ({ kind: 'submit', ...guard({ draft }) }),
  'beirat.recall': ({ draft }) => ({ kind: 'recall', ...guard({ draft }) }),
  'beirat.approve': ({ draft }) => ({ kind: 'approve', ...guard({ draft }) }),
  'beirat.wish': ({ draft, note }) => ({ kind: 'wish', note, ...guard({ draft }) }),
  'beirat.invite': ({ draft }) => ({ kind: 'invite', ...guard({ draft }) }),
  'beirat.remind': ({ issue }) => ({ kind: 'remind', ...(issue === undefined ? {} : { issue }) }),
  'beirat.complete': () => ({ kind: 'complete' }),
  'beirat.answer': ({ question, note }) => ({ kind: 'answer', question, text: note }),
  'beirat.discard': ({ note }) => ({ kind: 'cancel', reason: note }),
};

const guard = ({ draft }: { readonly draft: number | undefined }) => (draft === undefined ? {} : { draft });

const Start = z.object({ day: text, time: text, id: text });

/** What the office and the chair press. */
export function officeActions(desk: PlanDesk): readonly Action[] {
  const acting = Object.entries(acts).map(([verb, act]) => ({
    verb,
    handle: async (turn: ActionTurn): Promise<Reply> => {
      const pressed = readPressed(turn);
      return inPlace(await actAndShow(desk, turn, pressed.id, act(pressed), pressed.note));
    },
  }));
  return [
    ...acting,
    {
      verb: 'beirat.refresh',
      handle: async (turn) => inPlace(await showMeeting(desk, turn, readPressed(turn).id)),
    },
    { verb: 'beirat.show', handle: (turn) => showMeeting(desk, turn, readPressed(turn).id) },
    {
      verb: 'beirat.plan',
      handle: (turn) => {
        const { day, time } = Start.parse(turn.data);
        return openPlan(desk, turn, { ...(day ? { day } : {}), ...(time ? { time } : {}) });
      },
    },
    {
      verb: 'beirat.plan-second',
      handle: (turn) => openPlan(desk, turn, { secondOf: readPressed(turn).id }),
    },
    { verb: 'beirat.preview', handle: (turn) => previewOf(desk, turn, readPressed(turn).id) },
    { verb: 'beirat.edit', handle: (turn) => openEdit(desk, turn, readPressed(turn).id) },
    { verb: 'beirat.save', handle: async (turn) => inPlace(await savePlan(desk, turn, turn.data)) },
    { verb: 'beirat.meetings', handle: (turn) => meetingsReply(desk, turn) },
    ...agendaActions(desk),
    ...changeActions(desk),
    boardAction(desk),
  ];
}

const boardAction = (desk: Desk): Action => ({
  verb: 'beirat.board',
  handle: async (turn) => boardReply(contextAt(desk, turn.at), turn.language),
});

/** @throws {Refusal} when the card carries nothing that names a meeting */
export function readPressed(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw noMeetingNamed();
}
