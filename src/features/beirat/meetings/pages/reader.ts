import type { Page, Visit } from '../../../../core/ports/pages.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import type { MeetingDesk } from '../desk.ts';
import { type Reader, readerOf } from '../links.ts';
import type { For } from '../minutes/minutes.ts';
import { decisionsOn } from '../objections.ts';

/** Who opened a page or file of the minutes, if they may. */
export const visitor = async (
  { meetings }: MeetingDesk,
  { subject, now }: Visit,
): Promise<Reader | undefined> =>
  readerOf(
    await meetings.collection.get(subject.meeting ?? ''),
    subject.party ?? '',
    meetings.contextAt(now.toISOString()),
  );

/** What this reader may have of the minutes, with what became of objections. */
export const forReader = async ({ meetings }: MeetingDesk, { party, meeting }: Reader): Promise<For> => ({
  party,
  decisions: decisionsOn(await meetings.collection.list(), meeting.id),
});

export function nothingHere(language: Language): Page {
  const say = wordsIn(language);
  return {
    status: 404,
    title: say('Niederschrift', 'Minutes'),
    language,
    body: [
      {
        kind: 'text',
        text: say(
          'Diese Niederschrift ist für Sie zurzeit nicht zugänglich: Sie ist noch nicht versandt, oder Sie gehören dem Digitalen Beirat nicht mehr an. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
          'These minutes are not accessible to you at present: they have not been sent yet, or you are no longer in the Digital Advisory Board. The board’s office answers questions.',
        ),
      },
    ],
  };
}
