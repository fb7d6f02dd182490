import { z } from 'zod';
import { command } from '../../../../core/command.ts';
import { dayOf, daysBefore } from '../../../../core/day.ts';
import type { Action, Intent, Job } from '../../../../core/feature.ts';
import { type Notice, type NoticeKind, owed } from '../../../../core/notice.ts';
import { AlreadyExists, type Collection } from '../../../../core/ports/store.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Text, wordsIn } from '../../../../core/text.ts';
import type { Turn } from '../../../../core/turn.ts';
import { today } from '../../board/context.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import { isOffice, officeNow } from '../../board/members.ts';
import { shortDay } from '../../board/words.ts';
import type { MeetingDesk } from '../desk.ts';
import { rhythmReply } from '../views/rhythm.ts';
import { isReminderDue, rhythmOf } from './rhythm.ts';

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
  const meetings = await desk.meetings.collection.list();
  return rhythmReply(rhythmOf(meetings, context), meetings, viewerOf(turn, desk), context);
}

/** When the office was last reminded, for each meeting that was the last; its id is that meeting's. */
export const Reminded = z.strictObject({
  id: z.string(),
  version: z.number(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  at: z.string(),
});
export type Reminded = z.infer<typeof Reminded>;
export const remindedCollection = 'rhythm-reminders';

export type RhythmDesk = MeetingDesk & { readonly reminded: Collection<Reminded> };

/** Days after which it is said again while none is planned. */
const again = 28;

/** Milliseconds between looks: all meetings are read. */
const seldom = 600_000;

/** Reminds the office that the next meeting should be planned. */
export function rhythmJobs(desk: RhythmDesk): readonly Job[] {
  let looked = Number.NEGATIVE_INFINITY;
  return [
    {
      id: 'beirat.rhythm',
      async run(now) {
        if (Math.abs(now.getTime() - looked) < seldom) return;
        looked = now.getTime();
        await remind(desk, now.toISOString());
      },
    },
  ];
}

async function remind(desk: RhythmDesk, at: string): Promise<void> {
  const context = contextAt(desk, at);
  const rhythm = rhythmOf(await desk.meetings.collection.list(), context);
  const recipient = officeNow(context);
  if (!rhythm.last || !recipient || !isReminderDue(rhythm, context)) return;
  const { id } = rhythm.last;
  const known = await desk.reminded.get(id);
  if (known && today(context) < daysBefore(dayOf(known.at), -again)) return;
  const notice: Notice = {
    id: known ? `rhythm ${id} ${today(context)} ${recipient}` : `rhythm ${id} ${recipient}`,
    recipient,
    kind: 'beirat.rhythm',
    ref: id,
    urgency: 'act',
    createdAt: at,
  };
  try {
    if (known)
      await desk.reminded.change(id, (one) =>
        // Another instance was faster.
        one.at === known.at ? { doc: { ...one, at }, also: [owed(notice)] } : undefined,
      );
    else await desk.reminded.add({ id, at }, [owed(notice)]);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

const title: Text = {
  de: 'Die nächste Beiratssitzung ist zu planen',
  en: 'The next board meeting is to be planned',
};

export const rhythmNotices = (desk: RhythmDesk): readonly NoticeKind[] => [
  {
    kind: 'beirat.rhythm',
    title,
    repeatable: true,
    async say(_notice, to, now) {
      const context = contextAt(desk, now.toISOString());
      const meetings = await desk.meetings.collection.list();
      const rhythm = rhythmOf(meetings, context);
      // Nothing is left to say when one is planned by now.
      if (!rhythm.due || rhythm.next || !isOffice(to.id, context)) return undefined;
      const reply = rhythmReply(rhythm, meetings, to, context);
      const { days } = reply.data as { days: readonly { readonly day: string }[] };
      const t = wordsIn(to.language);
      const by = shortDay(rhythm.due, to.language);
      return {
        reply: { ...reply, summary: title[to.language] },
        letter: {
          subject: title[to.language],
          paragraphs: [
            t(
              `Die nächste Sitzung des Digitalen Beirats ist bis ${by} fällig, und es ist noch keine geplant.`,
              `The next meeting of the Digital Advisory Board is due by ${by}, and none is planned yet.`,
            ),
            `${t('Diese Tage würden passen', 'These days would fit')}: ${days.map(({ day }) => shortDay(day, to.language)).join(', ')}`,
            t(
              'Zum Planen schreiben Sie Lotse in Microsoft Teams: „Neue Sitzung“ oder „Terminumfrage“.',
              'To plan it, write to Lotse in Microsoft Teams: “New meeting” or “Date poll”.',
            ),
          ],
        },
      };
    },
  },
];
