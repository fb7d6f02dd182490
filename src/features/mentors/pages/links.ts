import type { Links } from '../../../core/ports/links.ts';
import { morningAfter } from '../context.ts';
import { type Mentoring, rhythm } from '../mentoring.ts';

/** Where mentors without Teams keep their profile and answer. */
export const profilePath = '/mentors/profil';
export const requestPath = '/mentors/anfrage';

/** Open for as long as an unconfirmed profile is asked for, and a month beyond. */
export const profileLink = (links: Links, person: string, now: string): Promise<string> =>
  links.make({ page: profilePath, subject: { person }, expiresAt: morningAfter(now, 60) });

/** Open while the mentoring can be under way. */
export const requestLink = (
  links: Links,
  { id, mentor, createdAt }: Mentoring,
  now: string,
): Promise<string> =>
  links.make({
    page: requestPath,
    subject: { mentoring: id, person: mentor.id },
    expiresAt: [morningAfter(createdAt, rhythm.expire + rhythm.close), morningAfter(now, 14)]
      .sort()
      .at(-1) as string,
  });
