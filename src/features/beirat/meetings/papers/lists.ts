import { labelOf } from '../../../../core/case-number.ts';
import type { Paper, PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay } from '../../board/words.ts';
import { timesOf } from '../labels.ts';
import { attendanceSection, quorumText } from '../minutes/attendance.ts';
import { resolutionBlocks } from '../minutes/items.ts';
import { type Held, isDraft, isHeld, type Meeting } from '../model.ts';
import { mayReadItem } from '../policy.ts';
import { closedMark } from './closed.ts';

/** The list of who was there; before the meeting one to be signed, by whoever has not declined. */
export function attendanceList(meeting: Meeting, context: Context, language: Language): Paper {
  const say = wordsIn(language);
  return {
    ...headOf(meeting, say('Anwesenheitsliste', 'Attendance list'), context, language),
    sections: isHeld(meeting)
      ? [
          {
            heading: say('Beschlussfähigkeit', 'Quorum'),
            blocks: [{ kind: 'text', text: quorumText(meeting, language) }],
          },
          attendanceSection(meeting, context, language),
        ]
      : [toSign(meeting, context, language)],
  };
}

/** Of a row in which somebody signs: three lines. */
const room = '\n\n\u00a0';

function toSign({ invitees }: Meeting, { rules }: Context, language: Language): PaperSection {
  const say = wordsIn(language);
  const coming = invitees.filter(({ releasedAt, reply }) => !releasedAt && reply?.answer !== 'no');
  const seatOf = (id: string) => rules.seats.find((seat) => seat.id === id)?.name[language] ?? id;
  const rows = coming.map(({ name, seat, voting, as }) => [
    name,
    `${seatOf(seat)}, ${voting ? say('stimmberechtigt', 'voting') : say('beratend', 'advisory')}${as === 'deputy' ? say(', Vertretung', ', deputy') : ''}`,
    room,
  ]);
  return {
    heading: say('Zum Eintragen', 'To be signed'),
    blocks: [
      {
        kind: 'table',
        caption: say('Mitglieder und Vertretungen', 'Members and deputies'),
        head: [
          say('Name oder Funktion', 'Name or function'),
          say('Sitz und Stimmrecht', 'Seat and vote'),
          say(
            'Unterschrift; wer später kommt oder früher geht, mit Uhrzeit',
            'Signature; with the time if you come later or leave earlier',
          ),
        ],
        rows,
      },
    ],
  };
}

/** What the meeting resolved, the public part apart from the other. @param party who is going to read it */
export function resolutionList(meeting: Held, party: string, context: Context, language: Language): Paper {
  const say = wordsIn(language);
  const part = (isPublic: boolean, heading: string): readonly PaperSection[] => {
    const items = meeting.plan.items.filter(
      (item) =>
        item.public === isPublic &&
        mayReadItem(meeting, item.id, party, context) &&
        meeting.resolutions.some((one) => one.item === item.id),
    );
    if (items.length === 0) return [];
    const watermark = isPublic ? undefined : closedMark[language];
    return [
      { heading, watermark, blocks: [] },
      ...items.map(
        (item): PaperSection => ({
          heading: `${say('TOP', 'Item')} ${meeting.plan.items.indexOf(item) + 1}: ${item.title}`,
          level: 2,
          watermark,
          blocks: meeting.resolutions
            .filter((one) => one.item === item.id)
            .flatMap((one) => resolutionBlocks(meeting, one, language)),
        }),
      ),
    ];
  };
  const sections = [
    ...part(true, say('Öffentlicher Teil', 'Public part')),
    ...part(false, say('Nicht öffentlicher Teil', 'Part that is not public')),
  ];
  const none: PaperSection = {
    heading: say('Beschlüsse', 'Resolutions'),
    blocks: [
      {
        kind: 'text',
        text: say('Es gibt keine, die für Sie bestimmt sind.', 'There are none that are meant for you.'),
      },
    ],
  };
  return {
    ...headOf(meeting, say('Beschlüsse', 'Resolutions'), context, language, isDraft(meeting)),
    sections: sections.length > 0 ? sections : [none],
  };
}

/** @param draft the minutes that they are taken from are not released yet */
function headOf(
  meeting: Meeting,
  what: string,
  { rules }: Context,
  language: Language,
  draft = false,
): Omit<Paper, 'sections'> {
  const say = wordsIn(language);
  const name = rules.name[language];
  const title = `${draft ? say('Entwurf · ', 'Draft · ') : ''}${what} ${labelOf(meeting)}`;
  return {
    title,
    subtitle: name,
    author: name,
    language,
    footer: title,
    facts: [
      {
        title: say('Tag', 'Day'),
        value: `${longDay(meeting.plan.day, language)}, ${timesOf(meeting, language)}`,
      },
      { title: say('Ort', 'Place'), value: meeting.plan.place },
      ...(meeting.session ? [{ title: say('Vorsitz', 'Chair'), value: meeting.session.chairedByName }] : []),
    ],
  };
}
