import { z } from 'zod';
import { caseFields } from '../../../case/document.ts';
import { fileFields } from '../../../case/files.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Agenda, Context } from '../board/context.ts';

/** `placed`: on the agenda of a meeting. Taken off it again, it is open again. */
export const topicStates = ['open', 'placed', 'declined', 'withdrawn'] as const;
export type TopicState = (typeof topicStates)[number];

/** A topic that somebody proposes for the agenda of the Beirat. */
export const Topic = z.strictObject({
  /** `TV-2026-1`; people read `TV-2026/1`. */
  ...caseFields,
  state: z.enum(topicStates),
  title: z.string(),
  text: z.string().optional(),
  /** By which right: a seat of the Beirat, or an office's. */
  as: z.enum(['member', 'office']),
  by: z.string(),
  byName: z.string(),
  /** Papers of it, until it is on an agenda. */
  ...fileFields,
  /** Would present it. */
  presents: z.boolean(),
  /** Id of the meeting whose agenda it is on. */
  meeting: z.string().optional(),
  /** Why it is not taken, in the words of the office. */
  answer: z.strictObject({ by: z.string(), byName: z.string(), text: z.string(), at: z.string() }).optional(),
  /** Members who demand a meeting about it. */
  demand: z
    .strictObject({
      by: z.array(z.strictObject({ party: z.string(), name: z.string(), seat: z.string(), at: z.string() })),
      /** Enough of them did: what counted then, and the day by which the meeting is to be invited to. */
      reached: z
        .strictObject({
          at: z.string(),
          signed: z.int(),
          of: z.int(),
          needed: z.int(),
          due: z.string(),
        })
        .optional(),
      /** Id of the meeting that was invited to with it. */
      convened: z.string().optional(),
      /** Last day on which office and chair were reminded of it. */
      urged: z.string().optional(),
    })
    .optional(),
  /** How often the office was reminded. */
  urged: z.int(),
});
export type Topic = z.infer<typeof Topic>;

export const topicCase = 'topic';
export const topicCollection = 'topics';

/** Last day on which a proposal is in time for a meeting. */
export const lastDayFor = ({ day }: Agenda, { rules }: Pick<Context, 'rules'>): string =>
  daysBefore(day, rules.topics.days);

/** The meeting that a topic is for, and whether it came in time for it; `undefined` while none is planned. */
export function meetingFor(
  { createdAt }: Pick<Topic, 'createdAt'>,
  context: Context,
): { readonly agenda: Agenda; readonly inTime: boolean } | undefined {
  const all = context.agendas ?? [];
  const inTime = all.find((agenda) => dayOf(createdAt) <= lastDayFor(agenda, context));
  const agenda = inTime ?? all[0];
  return agenda && { agenda, inTime: inTime !== undefined };
}
