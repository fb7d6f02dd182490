import { z } from 'zod';
import { chainedFields } from '../../../case/document.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { Invitee } from './invitee.ts';
import { Resolution, Session } from './record/session.ts';

/**
 * Where a meeting stands. `postponed`: invited to, then its date was taken back without a new one. `approved` waits for
 * the invitations to be sent. The last two are its ends.
 */
export const states = [
  'planned',
  'awaiting-approval',
  'approved',
  'invited',
  'postponed',
  'held',
  'minuted',
  'cancelled',
] as const;
export type State = (typeof states)[number];
export const ends: readonly State[] = ['minuted', 'cancelled'];

export const AgendaLink = z.strictObject({ title: z.string(), url: z.string() });

/** One item of the agenda; its number is its place in the list, from 1. */
export const Item = z.strictObject({
  /** Stays when the order changes. */
  id: z.string(),
  title: z.string(),
  /** What it is about, for those who prepare. */
  text: z.string().optional(),
  kind: z.enum(['decision', 'information']),
  public: z.boolean(),
  /** Who presents it, as written. */
  rapporteur: z.string().optional(),
  minutes: z.int().min(0).optional(),
  links: z.array(AgendaLink),
  /** The case that it comes from: an idea. */
  ref: z.strictObject({ kind: z.string(), id: z.string() }).optional(),
  /** Number of the open resolution that it comes back for, `B-2026/1-03`. */
  resolution: z.string().optional(),
});
export type Item = z.infer<typeof Item>;

/** What is planned and approved: day, time, place, agenda. */
export const Plan = z.strictObject({
  /** Calendar day in Koblenz, `2026-12-10`, and time there, `14:00`. */
  day: z.string(),
  time: z.string(),
  /** How long it lasts, in minutes. */
  minutes: z.int().min(1),
  place: z.string(),
  onlineUrl: z.string().optional(),
  items: z.array(Item),
  /** Last day for answers. */
  replyBy: z.string(),
  /** Word of the chair to the members. */
  greeting: z.string().optional(),
  /** Why the notice is shorter than the rules ask for; stated in the invitation. */
  urgency: z.string().optional(),
});
export type Plan = z.infer<typeof Plan>;

/** What a member asked, and the answer of the office. */
export const Question = z.strictObject({
  n: z.int(),
  by: z.string(),
  byName: z.string(),
  text: z.string(),
  at: z.string(),
  answer: z.strictObject({ by: z.string(), byName: z.string(), text: z.string(), at: z.string() }).optional(),
});
export type Question = z.infer<typeof Question>;

const Entry = z.custom<HistoryEntry>((value) => typeof (value as HistoryEntry | null)?.hash === 'string');

export const Meeting = z.strictObject({
  /** `B-2026-1`; people read `B-2026/1`. */
  id: z.string(),
  version: z.number(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  state: z.enum(states),
  /** The meeting without a quorum that this one repeats, by its id. */
  secondOf: z.string().optional(),
  plan: Plan,
  /** Counts the changes of the plan: what a card was drawn for and what was approved. */
  draft: z.int(),
  /** What the chair asked to be changed, until it is submitted again. */
  wish: z.strictObject({ by: z.string(), byName: z.string(), text: z.string(), at: z.string() }).optional(),
  /** Who approved, and for whom if as a deputy. */
  approval: z
    .strictObject({ by: z.string(), byName: z.string(), onBehalfOf: z.string().optional(), at: z.string() })
    .optional(),
  /** Counts what members were sent: 1 the invitation, one more at every change. Answers are given to one of them. */
  issue: z.int(),
  /** SEQUENCE of the calendar entries. */
  sequence: z.int(),
  /** One more after every cancellation: a new entry in the calendars. */
  calendar: z.int(),
  /** Why the latest change, postponement or cancellation happened. */
  reason: z.string().optional(),
  /** Number of voting seats that the quorum was taken of, and how many must be there. Fixed by the invitation. */
  quorum: z.strictObject({ of: z.int(), needed: z.int() }).optional(),
  invitees: z.array(Invitee),
  questions: z.array(Question),
  /** How far time has brought the present issue: reminders sent, whether the office was warned. */
  urged: z.strictObject({ reminders: z.int(), warned: z.boolean(), record: z.int() }),
  /** Something was sent whose fate is not known yet: the ledger looks after it. */
  sending: z.boolean(),
  /** How it was held: attendance, conflicts of interest, notes, minutes. */
  session: Session.optional(),
  resolutions: z.array(Resolution),
  history: z.array(Entry),
  seal: chainedFields.seal,
  createdBy: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  /** When the words of members were forgotten. */
  forgottenAt: z.string().optional(),
});
export type Meeting = z.infer<typeof Meeting>;

/** The card of the office and the chair, and the card of one member (`B-2026-1 party`). */
export const meetingCase = 'meeting';
export const invitationCase = 'invitation';
export const meetingCollection = 'meetings';

/** Id of the card of one member. */
export const invitationId = (meeting: string, party: string): string => `${meeting} ${party}`;
