import { z } from 'zod';
import { caseFields } from '../../../case/document.ts';
import { fileFields } from '../../../case/files.ts';
import { Declared, Question, Review } from './preparation.ts';

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
  /** Who is heard on it, as written: they come for this item only. */
  guests: z.array(z.string()).optional(),
  minutes: z.int().min(0).optional(),
  links: z.array(AgendaLink),
  /** Ids of files of the meeting: its papers. */
  files: z.array(z.string()).optional(),
  /** The case that it comes from: an idea. */
  ref: z.strictObject({ kind: z.string(), id: z.string() }).optional(),
  /** Number of the open resolution that it comes back for, `B-2026/1-03`. */
  resolution: z.string().optional(),
  /** The objection to minutes that it decides. */
  objection: z.strictObject({ meeting: z.string(), n: z.int() }).optional(),
  /** What it shows by itself: recommendations and what became of them. */
  shows: z.enum(['recommendations']).optional(),
  /** The item of the first meeting, without a quorum there, that it repeats: for it alone the lower quorum holds. */
  repeats: z.strictObject({ meeting: z.string(), item: z.string() }).optional(),
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

/** What is sent to members about a meeting; each goes into the ledger. */
export const dispatchKinds = [
  'invitation',
  'deputy',
  'released',
  'change',
  'cancellation',
  'reminder',
  'minutes',
] as const;
export type DispatchKind = (typeof dispatchKinds)[number];

/**
 * One thing that was sent to one member.
 *
 * | state | meaning |
 * |---|---|
 * | `waiting` | owed, on its way or tried again |
 * | `sent` | in the member's chat, or taken over by the mail server |
 * | `unclear` | nobody knows whether it arrived |
 * | `failed` | given up: to be cleared up by the office |
 * | `not-needed` | overtaken by something newer before it went out |
 * | `reached` | the office reached the member by another way |
 */
export const Dispatch = z.strictObject({
  /** Id of the notice, which tells it from all others. */
  notice: z.string(),
  kind: z.enum(dispatchKinds),
  /** What was sent: see `Meeting.issue`. */
  issue: z.int(),
  at: z.string(),
  state: z.enum(['waiting', 'sent', 'unclear', 'failed', 'not-needed', 'reached']),
  channel: z.enum(['teams', 'mail']).optional(),
  /** When it came to this state. */
  since: z.string().optional(),
  /** Codes that say why it failed. */
  reasons: z.array(z.string()).optional(),
  /** It had failed or was unclear before. */
  repaired: z.boolean().optional(),
  /** How the office reached the member. */
  note: z.string().optional(),
  /** When a program answered that the member is away. */
  awayAt: z.string().optional(),
});
export type Dispatch = z.infer<typeof Dispatch>;

export const answers = ['in-person', 'online', 'no'] as const;
export type Answer = (typeof answers)[number];

/** What a member answered to an issue. */
export const Reply = z.strictObject({
  answer: z.enum(answers),
  issue: z.int(),
  reason: z.string().optional(),
  /** The deputy that the member named. */
  proxy: z.string().optional(),
  at: z.string(),
  /** `office`: the office wrote down what it was told. */
  via: z.enum(['teams', 'mail', 'office']),
});
export type Reply = z.infer<typeof Reply>;

/** Somebody who was invited: the holder of a seat, or a deputy who steps in. */
export const Invitee = z.strictObject({
  party: z.string(),
  name: z.string(),
  seat: z.string(),
  voting: z.boolean(),
  as: z.enum(['member', 'deputy']),
  /** For deputies: the member whose place it is. */
  for: z.string().optional(),
  since: z.string(),
  /** Set when the deputy is not needed any more, or the member has left the Beirat. */
  releasedAt: z.string().optional(),
  reply: Reply.optional(),
  /** The answer to an earlier date, for the office. */
  earlier: Reply.optional(),
  /** When the member did something with the latest issue that shows that it was opened. */
  openedAt: z.string().optional(),
  dispatches: z.array(Dispatch),
});
export type Invitee = z.infer<typeof Invitee>;

export const presences = ['in-person', 'online', 'excused', 'absent'] as const;
export type Presence = (typeof presences)[number];

/** From an item on, before it is dealt with, somebody is there in another way, or not any more. */
export const Move = z.strictObject({
  item: z.string(),
  to: z.enum(presences),
  /** In Koblenz, `15:40`. */
  time: z.string().optional(),
});
export type Move = z.infer<typeof Move>;

/** Who was there. Prefilled from the answers. */
export const Attendance = z.strictObject({
  party: z.string(),
  name: z.string(),
  seat: z.string(),
  voting: z.boolean(),
  as: z.enum(['member', 'deputy']),
  /** For deputies: the member whose place it was. */
  for: z.string().optional(),
  /** At the beginning. `excused`: had declined; `absent`: stayed away without a word. */
  presence: z.enum(presences),
  /** Who came later, left or came back, in the order of the agenda. */
  moves: z.array(Move).optional(),
  /** As written; it decides nothing. */
  note: z.string().optional(),
});
export type Attendance = z.infer<typeof Attendance>;

/** A member who takes no part in an item because of a conflict of interest (§ 22 GemO). */
export const Conflict = z.strictObject({ item: z.string(), party: z.string(), note: z.string().optional() });
export type Conflict = z.infer<typeof Conflict>;

/** An objection to the minutes. */
export const Objection = z.strictObject({
  n: z.int(),
  by: z.string(),
  byName: z.string(),
  text: z.string(),
  at: z.string(),
  /** What the office did about it. */
  answer: z.string().optional(),
  answeredAt: z.string().optional(),
});
export type Objection = z.infer<typeof Objection>;

/** How a meeting was held, and its minutes. */
export const Session = z.strictObject({
  /** Times in Koblenz, `14:05`. */
  startedAt: z.string(),
  endedAt: z.string().optional(),
  chairedBy: z.string(),
  chairedByName: z.string(),
  minutesBy: z.string(),
  minutesByName: z.string(),
  /** Others who were there, as written. */
  guests: z.string().optional(),
  /** Who came for one item only, as written, by its id; nobody is an empty list. */
  guestsAt: z.record(z.string(), z.array(z.string())).optional(),
  attendance: z.array(Attendance),
  /** Whether the notice period was kept, and the quorum was there, as found at the beginning. */
  isConvened: z.boolean(),
  hasQuorum: z.boolean(),
  conflicts: z.array(Conflict),
  /** Votes on the urgency of the meeting (no subject) or of an item that came late, by its id. */
  findings: z
    .array(z.strictObject({ subject: z.string(), yes: z.int(), no: z.int(), abstain: z.int() }))
    .optional(),
  /** Who chaired an item, by its id, where it was somebody else. */
  chairs: z.record(z.string(), z.strictObject({ party: z.string(), name: z.string() })).optional(),
  /** What was said and found to an item, by the item's id. */
  notes: z.record(z.string(), z.string()),
  /** Counts the changes of the minutes. */
  draft: z.int(),
  /** Given to the chair to be read, and released, each with the draft that was meant. */
  submitted: z
    .strictObject({ draft: z.int(), by: z.string(), byName: z.string(), at: z.string() })
    .optional(),
  released: z
    .strictObject({
      draft: z.int(),
      by: z.string(),
      byName: z.string(),
      onBehalfOf: z.string().optional(),
      at: z.string(),
    })
    .optional(),
  /** That the signed copy is on file, with the draft that was signed. */
  signed: z.strictObject({ draft: z.int(), by: z.string(), byName: z.string(), at: z.string() }).optional(),
  /** What the chair asked to be changed, until the minutes are given to the chair again. */
  wish: z.strictObject({ by: z.string(), byName: z.string(), text: z.string(), at: z.string() }).optional(),
  /** When they were sent to the members, ISO 8601 UTC, and the last day for objections. */
  sentAt: z.string().optional(),
  /** The draft that was sent last: what is newer goes out as corrected minutes. */
  sentDraft: z.int().optional(),
  objectionsUntil: z.string().optional(),
  objections: z.array(Objection),
});
export type Session = z.infer<typeof Session>;

/** A resolution. It comes back on the next agenda until it is done. */
export const Resolution = z.strictObject({
  /** `B-2026/1-03` */
  number: z.string(),
  /** Id of the item. */
  item: z.string(),
  wording: z.string(),
  votes: z.strictObject({
    yes: z.int().min(0),
    no: z.int().min(0),
    abstain: z.int().min(0),
    /** Were there and did not vote. */
    none: z.int().min(0).optional(),
  }),
  /** What the votes say; whether there was a quorum for it, the attendance says: `standingOf`. */
  isAdopted: z.boolean(),
  /** Who carries it out, as written, and until when. */
  owner: z.string().optional(),
  dueDay: z.string().optional(),
  /** The body that it is addressed to, as the rules named it: a recommendation, which that body answers until `dueDay`. */
  addressee: z
    .strictObject({ id: z.string(), name: z.strictObject({ de: z.string(), en: z.string() }) })
    .optional(),
  answer: z
    .strictObject({
      isTakenUp: z.boolean(),
      text: z.string().optional(),
      by: z.string(),
      byName: z.string(),
      onBehalfOf: z.string().optional(),
      at: z.string(),
    })
    .optional(),
  done: z
    .strictObject({ at: z.string(), by: z.string(), byName: z.string(), note: z.string().optional() })
    .optional(),
});
export type Resolution = z.infer<typeof Resolution>;

export const Meeting = z.strictObject({
  /** `B-2026-1`; people read `B-2026/1`. */
  ...caseFields,
  state: z.enum(states),
  /** The meeting without a quorum that this one repeats, by its id. */
  secondOf: z.string().optional(),
  /** The second meeting to the items that had no quorum here, by its id. */
  repeatedBy: z.string().optional(),
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
  /**
   * Number of voting seats that the quorum was taken of, how many must be there, and how many for items of a first
   * meeting that had no quorum. Fixed by the invitation.
   */
  quorum: z.strictObject({ of: z.int(), needed: z.int(), second: z.int().optional() }).optional(),
  /** Full days of notice that the rules asked for when members were invited to this day; those of now where it is not kept. */
  noticeDays: z.int().optional(),
  invitees: z.array(Invitee),
  questions: z.array(Question),
  declared: z.array(Declared).optional(),
  reviews: z.array(Review).optional(),
  ...fileFields,
  /** How far time has brought the present issue: reminders sent, whether the office was warned. */
  urged: z.strictObject({
    reminders: z.int(),
    warned: z.boolean(),
    record: z.int(),
    /** The issue for which the office heard that something is long on its way. */
    delayed: z.int().optional(),
    /** The day up to which what waits for somebody has been said, `2026-12-04`. */
    waited: z.string().optional(),
  }),
  /** Something was sent whose fate is not known yet: the ledger looks after it. */
  sending: z.boolean(),
  /** How it was held: attendance, conflicts of interest, notes, minutes. */
  session: Session.optional(),
  resolutions: z.array(Resolution),
  createdBy: z.string(),
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

/** A meeting whose record was opened. */
export type Held = Meeting & { readonly session: Session };
export const isHeld = (meeting: Meeting): meeting is Held => meeting.session !== undefined;

/** What is not sent yet, or was changed since, is a draft. */
export const isDraft = ({ session }: Held): boolean => session.sentDraft !== session.draft;

/** Signed as they are now: what was changed since is to be signed again. */
export const isSigned = ({ session }: Pick<Held, 'session'>): boolean =>
  session.signed !== undefined && session.signed.draft === session.draft;

/** Objections that the office has not dealt with. */
export const openObjections = ({ objections }: Pick<Session, 'objections'>): readonly Objection[] =>
  objections.filter(({ answer }) => !answer);
