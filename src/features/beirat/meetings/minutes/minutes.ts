import { labelOf } from '../../../../core/case-number.ts';
import type { Paper, PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { type Held, isDraft } from '../model.ts';
import { attendanceSection, conveningSection } from './attendance.ts';
import { agendaSection, itemSections } from './items.ts';

/** The minutes with everything that § 41 GemO asks for; a draft until they are sent. */
export function minutesOf(meeting: Held, context: Context, language: Language): Paper {
  const say = wordsIn(language);
  const label = labelOf(meeting);
  const name = context.rules.name[language];
  const draft = isDraft(meeting) ? say('Entwurf · ', 'Draft · ') : '';
  return {
    title: `${draft}${say(`Niederschrift über die Sitzung ${label}`, `Minutes of meeting ${label}`)}`,
    subtitle: name,
    author: name,
    language,
    footer: `${draft}${say('Niederschrift', 'Minutes')} ${label}`,
    facts: factsOf(meeting, language),
    sections: [
      conveningSection(meeting, context, language),
      attendanceSection(meeting, context, language),
      agendaSection(meeting, language),
      ...itemSections(meeting, language),
      objectionsSection(meeting, language),
      signatures(meeting, say),
    ],
  };
}

function factsOf({ plan, session }: Held, language: Language): Paper['facts'] {
  const say = wordsIn(language);
  const { startedAt, endedAt } = session;
  const times = say(
    endedAt ? `${startedAt} bis ${endedAt} Uhr` : `${startedAt} Uhr, Ende noch offen`,
    endedAt ? `${startedAt} to ${endedAt}` : `${startedAt}, end still open`,
  );
  return [
    { title: say('Tag', 'Day'), value: longDay(plan.day, language) },
    { title: say('Beginn und Ende', 'Begin and end'), value: times },
    {
      title: say('Ort', 'Place'),
      value: plan.onlineUrl ? `${plan.place} ${say('und online', 'and online')}` : plan.place,
    },
    { title: say('Vorsitz', 'Chair'), value: session.chairedByName },
    { title: say('Schriftführung', 'Minute taker'), value: session.minutesByName },
  ];
}

function objectionsSection({ session }: Held, language: Language): PaperSection {
  const say = wordsIn(language);
  const { objections, objectionsUntil } = session;
  const until = objectionsUntil
    ? say(
        `Letzter Tag für Einwendungen gegen die Niederschrift: ${shortDay(objectionsUntil, language)}.`,
        `Last day for objections to the minutes: ${shortDay(objectionsUntil, language)}.`,
      )
    : say(
        'Die Niederschrift ist noch nicht versandt; Einwendungen sind danach möglich.',
        'The minutes have not been sent yet; objections are possible afterwards.',
      );
  const none = say('Es liegen keine vor.', 'There are none.');
  return {
    heading: say('Einwendungen', 'Objections'),
    blocks: [
      { kind: 'text', text: objections.length > 0 ? until : `${until} ${none}` },
      ...objections.map(({ n, byName, text, answer }) => ({
        kind: 'text' as const,
        text: `${n}. ${byName}: ${text}\n${say('Behandlung', 'How it was dealt with')}: ${answer ?? say('noch offen', 'still open')}`,
      })),
    ],
  };
}

const signatures = ({ session }: Held, say: ReturnType<typeof wordsIn>): PaperSection => ({
  heading: say('Unterschriften', 'Signatures'),
  blocks: [
    {
      kind: 'signatures',
      signers: [
        `${say('Vorsitz', 'Chair')}: ${session.chairedByName}`,
        `${say('Schriftführung', 'Minute taker')}: ${session.minutesByName}`,
      ],
    },
  ],
});
