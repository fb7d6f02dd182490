import { daysBefore, momentOf } from '../../../../core/day.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Links } from '../../../../core/ports/links.ts';
import type { Meeting } from '../meeting.ts';

/** Where members outside Teams read and answer. */
export const answerPath = '/beirat/antwort';

/** A link for one member, open until the day of the meeting is over. It shows the state of the moment, also "abgesagt". */
export const replyLink = (
  links: Links,
  { id, plan }: Meeting,
  to: Pick<Addressee, 'id' | 'language'>,
): Promise<string> =>
  links.make({
    page: answerPath,
    subject: { meeting: id, party: to.id, language: to.language },
    expiresAt: momentOf(daysBefore(plan.day, -1), '00:00'),
  });
