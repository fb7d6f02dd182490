import { z } from 'zod';
import { caseFields } from '../../../case/document.ts';
import { today, type World } from '../../../case/world.ts';
import type { RoleSeat } from '../../../core/ports/role-directory.ts';

/** Languages that can be chosen; the names are those of the languages themselves. */
export const languages = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pl', 'tr', 'uk', 'ar'] as const;

/** What a mentor offers. Whether somebody is a mentor at all, the directory says. */
export const Profile = z.strictObject({
  /** Its id is that of the person. */
  ...caseFields,
  /** Ids of {@link Field}. */
  fields: z.array(z.string()),
  experience: z.string(),
  languages: z.array(z.enum(languages)),
  /** How many mentorings at a time; 0 is a pause without an end. */
  capacity: z.int().min(0).max(20),
  /** How the mentor wants to be contacted; told to those only whom the mentor has accepted. */
  contact: z.string(),
  /** Last day of a pause, `2027-01-31`. */
  pausedUntil: z.string().optional(),
  /** When the mentor last said that it is right, ISO 8601 UTC. */
  confirmedAt: z.string().optional(),
  /** When the mentor was asked to confirm, while that is open. */
  askedAt: z.string().optional(),
  /** Filled in by somebody else and not confirmed yet for the first time: shown to nobody. Former versions did show it. */
  isUnseen: z.boolean().optional(),
  /** When it was taken out of the proposals because no confirmation came. */
  lapsedAt: z.string().optional(),
  /** Since when the person is no mentor any more. */
  goneSince: z.string().optional(),
});
export type Profile = z.infer<typeof Profile>;

/** What is filled in. */
export const ProfileEntry = Profile.pick({
  fields: true,
  experience: true,
  languages: true,
  capacity: true,
  contact: true,
  pausedUntil: true,
});
export type ProfileEntry = z.infer<typeof ProfileEntry>;

export const profileCollection = 'mentor-profiles';
export const profileCase = 'mentor-profile';

/** Everybody who is a mentor on that day. */
export const mentorsOf = (context: World): readonly RoleSeat[] =>
  context.directory.seats('digitale-mentoren', {}, today(context));

export const isMentor = (person: string, context: World): boolean =>
  mentorsOf(context).some((seat) => seat.person.id === person);

/** Why a mentor is not proposed at present, apart from having no place free. */
export type Pause = 'no-mentor' | 'paused' | 'away' | 'unconfirmed';

export function pauseOf(profile: Profile, context: World): Pause | undefined {
  const seat = mentorsOf(context).find(({ person }) => person.id === profile.id);
  if (!seat) return 'no-mentor';
  if (profile.capacity === 0 || (profile.pausedUntil ?? '') >= today(context)) return 'paused';
  if ((seat.absentUntil ?? '') >= today(context)) return 'away';
  // Nobody is offered to others before they have said yes themselves.
  return profile.lapsedAt || profile.isUnseen ? 'unconfirmed' : undefined;
}
