import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Links } from '../../../core/ports/links.ts';

/** Where members outside Teams propose a topic for an agenda, and see what became of theirs. */
export const topicPath = '/beirat/thema';

/** Days that a personal link to the page is good for: until the meeting after next has been planned. */
const linkDays = 240;

export const topicLink = (
  links: Links,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  now: string,
): Promise<string> =>
  links.make({
    page: topicPath,
    subject: { party: id, language },
    expiresAt: momentOf(daysBefore(dayOf(now), -linkDays), '00:00'),
  });
