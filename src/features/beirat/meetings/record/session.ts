import { z } from 'zod';

export const presences = ['in-person', 'online', 'excused', 'absent'] as const;
export type Presence = (typeof presences)[number];

/** Who was there. Prefilled from the answers. */
export const Attendance = z.strictObject({
  party: z.string(),
  name: z.string(),
  seat: z.string(),
  voting: z.boolean(),
  as: z.enum(['member', 'deputy']),
  /** For deputies: the member whose place it was. */
  for: z.string().optional(),
  /** `excused`: had declined; `absent`: stayed away without a word. */
  presence: z.enum(presences),
  /** "bis 15:30", "ab TOP 4": as written. */
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
  attendance: z.array(Attendance),
  /** Whether the notice period was kept, and the quorum was there, as found at the beginning. */
  isConvened: z.boolean(),
  hasQuorum: z.boolean(),
  conflicts: z.array(Conflict),
  /** What was said and found to an item, by the item's id. */
  notes: z.record(z.string(), z.string()),
  /** Counts the changes of the minutes. */
  draft: z.int(),
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
  votes: z.strictObject({ yes: z.int().min(0), no: z.int().min(0), abstain: z.int().min(0) }),
  isAdopted: z.boolean(),
  /** Who carries it out, as written, and until when. */
  owner: z.string().optional(),
  dueDay: z.string().optional(),
  done: z
    .strictObject({ at: z.string(), by: z.string(), byName: z.string(), note: z.string().optional() })
    .optional(),
});
export type Resolution = z.infer<typeof Resolution>;
