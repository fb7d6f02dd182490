import type { Addressee } from '../../../core/notice.ts';
import type { Links } from '../../../core/ports/links.ts';
import type { Language } from '../../../core/text.ts';
import { morningAfter } from '../context.ts';
import { type Mentoring, rhythm } from '../mentoring.ts';

/** Where mentors without Teams keep their profile and answer. */
export const profilePath = '/mentors/profil';
export const requestPath = '/mentors/anfrage';

/** Open for as long as an unconfirmed profile is asked for, and a month beyond. */
export const profileLink = (
  links: Links,
  to: Pick<Addressee, 'id' | 'language'>,
  now: string,
): Promise<string> =>
  links.make({
    page: profilePath,
    subject: { person: to.id, language: to.language },
    expiresAt: morningAfter(now, 60),
  });

/** Open while the mentoring can be under way. */
export const requestLink = (
  links: Links,
  { id, mentor, createdAt }: Mentoring,
  language: Language,
  now: string,
): Promise<string> =>
  links.make({
    page: requestPath,
    subject: { mentoring: id, person: mentor.id, language },
    expiresAt: [morningAfter(createdAt, rhythm.expire + rhythm.close), morningAfter(now, 14)]
      .sort()
      .at(-1) as string,
  });
