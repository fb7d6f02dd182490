import { dayOf } from '../../../../core/day.ts';
import type { PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, type Text, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
import { convenedAt, isPeriodKept } from '../acts/hold.ts';
import { quorumOfMeeting, seatsThere } from '../attendance.ts';
import type { Attendance, Held, Presence } from '../model.ts';

export const presenceWords: Readonly<Record<Presence, Text>> = {
  'in-person': { de: 'anwesend', en: 'present' },
  online: { de: 'online anwesend', en: 'present online' },
  excused: { de: 'entschuldigt', en: 'excused' },
  absent: { de: 'abwesend', en: 'absent' },
};

/** How the members were convened, and whether there was a quorum. */
export function conveningSection(meeting: Held, context: Context, language: Language): PaperSection {
  const say = wordsIn(language);
  return {
    heading: say('Ladung und Beschlussfähigkeit', 'Convening and quorum'),
    blocks: [
      { kind: 'text', text: conveningText(meeting, context, language) },
      { kind: 'text', text: quorumText(meeting, language) },
    ],
  };
}

/** "Die Mitglieder wurden am … ordnungsgemäß eingeladen." */
function conveningText(meeting: Held, context: Context, language: Language): string {
  const say = wordsIn(language);
  const sent = convenedAt(meeting);
  const day = sent ? shortDay(dayOf(sent), language) : '–';
  const { days } = context.rules.notice;
  const invited = say(
    `Die Mitglieder wurden am ${day} unter Mitteilung der Tagesordnung eingeladen.`,
    `The members were invited on ${day} with the agenda.`,
  );
  const amended = meeting.history
    .filter(({ act }) => act === 'amended')
    .map(({ at, note }) => {
      const on = shortDay(dayOf(at), language);
      return say(
        ` Die Tagesordnung wurde am ${on} ergänzt: ${note}.`,
        ` The agenda was supplemented on ${on}: ${note}.`,
      );
    });
  return `${invited} ${periodText(meeting, context, days, language)}${amended.join('')}`;
}

function periodText(meeting: Held, context: Context, days: number, language: Language): string {
  const say = wordsIn(language);
  if (isPeriodKept(meeting, context))
    return say(
      `Die Ladungsfrist von ${days} vollen Tagen ist eingehalten. Die Sitzung ist ordnungsgemäß einberufen.`,
      `The notice period of ${days} full days was kept. The meeting was duly convened.`,
    );
  const { urgency } = meeting.plan;
  if (urgency && meeting.session.isConvened)
    return say(
      `Die Ladungsfrist von ${days} vollen Tagen wurde wegen Dringlichkeit verkürzt; die Einladung nennt den Grund: ${urgency}. Die Sitzung ist ordnungsgemäß einberufen.`,
      `The notice period of ${days} full days was shortened because of urgency; the invitation states the reason: ${urgency}. The meeting was duly convened.`,
    );
  return say(
    `Die Ladungsfrist von ${days} vollen Tagen ist nicht eingehalten.`,
    `The notice period of ${days} full days was not kept.`,
  );
}

/** "Die Sitzung ist beschlussfähig: 5 von 7 …" */
export function quorumText(meeting: Held, language: Language): string {
  const say = wordsIn(language);
  const { of, needed } = quorumOfMeeting(meeting);
  const there = seatsThere(meeting.session.attendance);
  const numbers = say(
    `anwesend sind ${there} von ${of} stimmberechtigten Sitzen, nötig sind ${needed}`,
    `${there} of ${of} voting seats are present, ${needed} are needed`,
  );
  const second = meeting.secondOf
    ? say(
        ` Es ist die zweite Sitzung nach der nicht beschlussfähigen Sitzung ${meeting.secondOf.replace(/-(\d+)$/, '/$1')}; darauf weist die Einladung hin.`,
        ` It is the second meeting after meeting ${meeting.secondOf.replace(/-(\d+)$/, '/$1')}, which had no quorum; the invitation says so.`,
      )
    : '';
  const finding = meeting.session.hasQuorum
    ? say('Die Sitzung ist beschlussfähig', 'There is a quorum')
    : say('Die Sitzung ist nicht beschlussfähig', 'There is no quorum');
  const none = meeting.session.hasQuorum
    ? ''
    : say(' Beschlüsse werden nicht gefasst.', ' No resolutions are passed.');
  return `${finding}: ${numbers}.${none}${second}`;
}

/** Who was there, who was excused, who stayed away, guests, seats without a member. */
export function attendanceSection(meeting: Held, context: Context, language: Language): PaperSection {
  const say = wordsIn(language);
  const { attendance, guests } = meeting.session;
  const vacant = context.rules.seats
    .filter(({ id }) => !attendance.some(({ seat }) => seat === id))
    .map(({ name }) => name[language]);
  return {
    heading: say('Teilnahme', 'Participants'),
    blocks: [
      {
        kind: 'table',
        caption: say('Mitglieder und Vertretungen', 'Members and deputies'),
        head: [
          say('Name oder Funktion', 'Name or function'),
          say('Sitz und Stimmrecht', 'Seat and vote'),
          say('Teilnahme', 'Attendance'),
        ],
        rows: attendance.map((one) => rowOf(one, attendance, context, language)),
      },
      { kind: 'text', text: `${say('Gäste', 'Guests')}: ${guests ?? say('keine', 'none')}` },
      ...(vacant.length > 0
        ? [
            {
              kind: 'text' as const,
              text: `${say('Nicht besetzte Sitze', 'Vacant seats')}: ${vacant.join(', ')}`,
            },
          ]
        : []),
    ],
  };
}

function rowOf(
  one: Attendance,
  all: readonly Attendance[],
  { rules }: Context,
  language: Language,
): readonly string[] {
  const say = wordsIn(language);
  const member = one.for && all.find(({ party }) => party === one.for)?.name;
  const deputises = member ? say(`vertritt ${member}`, `deputises for ${member}`) : '';
  const seat = rules.seats.find(({ id }) => id === one.seat)?.name[language] ?? one.seat;
  const vote = one.voting ? say('stimmberechtigt', 'voting') : say('beratend', 'advisory');
  const presence = [presenceWords[one.presence][language], deputises, one.note].filter(Boolean);
  return [one.name, `${seat}, ${vote}`, presence.join('; ')];
}
