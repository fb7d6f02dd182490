import { labelOf } from '../../../../core/case-number.ts';
import { dayOf, momentIn } from '../../../../core/day.ts';
import type { PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, type Text, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
import { itemQuorum, quorumOfMeeting, seatsThere } from '../attendance.ts';
import { convenedAt, conveningOf, type Late, noticeDaysOf } from '../convening.ts';
import { guestsLine } from '../guests.ts';
import type { Attendance, Held, Move, Presence } from '../model.ts';
import { isHere, isThere, isThereAt, orderOf, presenceAt, wasThere } from '../presence.ts';
import { supplementText } from '../supplements.ts';
import { findingSentences, isAllFound } from '../urgency.ts';

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
      {
        kind: 'text',
        text: [quorumText(meeting, language), quorumCourse(meeting, language)].filter(Boolean).join(' '),
      },
    ],
  };
}

/** "Die Mitglieder wurden am … ordnungsgemäß eingeladen." */
function conveningText(meeting: Held, context: Context, language: Language): string {
  const say = wordsIn(language);
  const sent = convenedAt(meeting);
  const day = sent ? shortDay(dayOf(sent), language) : '–';
  const days = noticeDaysOf(meeting, context.rules);
  const invited = say(
    `Die Mitglieder wurden am ${day} unter Mitteilung der Tagesordnung eingeladen.`,
    `The members were invited on ${day} with the agenda.`,
  );
  const amended = meeting.history
    .filter(({ act }) => act === 'amended')
    .map((entry) => {
      const on = shortDay(dayOf(entry.at), language);
      const why = entry.note?.replace(/[.\s]+$/, '');
      const what = supplementText(entry, meeting, language);
      return ` ${say(`Die Tagesordnung wurde am ${on} ergänzt: ${why}.`, `The agenda was supplemented on ${on}: ${why}.`)}${what ? ` ${what}` : ''}`;
    });
  const found = findingSentences(meeting, context, language);
  return [`${invited} ${periodText(meeting, context, days, language)}${amended.join('')}`, ...found].join(
    ' ',
  );
}

function periodText(meeting: Held, context: Context, days: number, language: Language): string {
  const say = wordsIn(language);
  const { isPeriodKept, isDuly, late } = conveningOf(meeting, context);
  const { urgency } = meeting.plan;
  const reason = urgency?.replace(/[.\s]+$/, '');
  const period = isPeriodKept
    ? say(
        `Die Ladungsfrist von ${days} vollen Tagen ist eingehalten.`,
        `The notice period of ${days} full days was kept.`,
      )
    : reason
      ? say(
          `Die Ladungsfrist von ${days} vollen Tagen wurde wegen Dringlichkeit verkürzt; die Einladung nennt den Grund: ${reason}.`,
          `The notice period of ${days} full days was shortened because of urgency; the invitation states the reason: ${reason}.`,
        )
      : say(
          `Die Ladungsfrist von ${days} vollen Tagen ist nicht eingehalten.`,
          `The notice period of ${days} full days was not kept.`,
        );
  const duly =
    isDuly && late.length === 0 && isAllFound(meeting, context)
      ? say('Die Sitzung ist ordnungsgemäß einberufen.', 'The meeting was duly convened.')
      : '';
  return [period, ...late.map((one) => lateText(one, language)), duly].filter(Boolean).join(' ');
}

/** "Die Einladung erreichte NAME erst am …" and what that means. */
export function lateText({ name, at, isHealed }: Late, language: Language): string {
  const say = wordsIn(language);
  const when = at
    ? say(
        `Die Einladung erreichte ${name} erst am ${momentIn('de', at)}`,
        `The invitation reached ${name} on ${momentIn('en', at)} only`,
      )
    : say(
        `Dass die Einladung ${name} erreicht hat, ist nicht belegt`,
        `There is no proof that the invitation reached ${name}`,
      );
  return isHealed
    ? say(
        `${when}; das Mitglied ist erschienen, der Mangel gilt insoweit als geheilt.`,
        `${when}; the member came, which heals the defect.`,
      )
    : `${when}.`;
}

/** "Die Sitzung ist beschlussfähig: 5 von 7 …" */
export function quorumText(meeting: Held, language: Language): string {
  const say = wordsIn(language);
  const { of, needed, second: low } = quorumOfMeeting(meeting);
  const there = seatsThere(meeting.session.attendance);
  const again = meeting.plan.items.flatMap(({ repeats }, at) => (repeats ? [at + 1] : []));
  const items = again.map((n) => `${say('TOP', 'item')} ${n}`).join(', ');
  const lower =
    again.length > 0 && low !== undefined ? say(` (zu ${items}: ${low})`, ` (${low} for ${items})`) : '';
  const numbers = say(
    `anwesend ${there === 1 ? 'ist' : 'sind'} ${there} von ${of} stimmberechtigten Sitzen, nötig ${needed === 1 ? 'ist' : 'sind'} ${needed}${lower}`,
    `${there} of ${of} voting seats ${there === 1 ? 'is' : 'are'} present, ${needed} ${needed === 1 ? 'is' : 'are'} needed${lower}`,
  );
  const second = meeting.secondOf
    ? say(
        ` Es ist die zweite Sitzung nach der nicht beschlussfähigen Sitzung ${labelOf({ id: meeting.secondOf })}; darauf weist die Einladung hin.`,
        ` It is the second meeting after meeting ${labelOf({ id: meeting.secondOf })}, which had no quorum; the invitation says so.`,
      )
    : '';
  const finding = meeting.session.hasQuorum
    ? say('Die Sitzung ist beschlussfähig', 'There is a quorum')
    : say('Die Sitzung ist nicht beschlussfähig', 'There is no quorum');
  // Whoever comes later may bring the quorum: then the course says so.
  const none =
    meeting.session.hasQuorum || isEverReached(meeting)
      ? ''
      : say(' Beschlüsse werden nicht gefasst.', ' No resolutions are passed.');
  return `${finding}: ${numbers}.${none}${second}`;
}

const isEverReached = (meeting: Held): boolean =>
  meeting.plan.items.some(({ id }) => !itemQuorum(meeting, id, meeting.session).isForAbsence);

/** From which item on the quorum was lost or there again: "Nicht beschlussfähig ab TOP 6." Empty when nothing changed. */
export function quorumCourse(meeting: Held, language: Language): string {
  const say = wordsIn(language);
  const { session, plan } = meeting;
  let was = session.hasQuorum;
  const changes = plan.items.flatMap(({ id }, at) => {
    const is = !itemQuorum(meeting, id, session).isForAbsence;
    if (is === was) return [];
    was = is;
    const n = at + 1;
    return [
      is
        ? say(`Beschlussfähig ab TOP ${n}.`, `Quorum from item ${n} on.`)
        : say(`Nicht beschlussfähig ab TOP ${n}.`, `No quorum from item ${n} on.`),
    ];
  });
  return changes.join(' ');
}

/** Who came, left or changed between room and online, item by item, in whole sentences. */
export function movesText(meeting: Held, language: Language, item?: string): readonly string[] {
  const order = orderOf(meeting);
  return order
    .filter((id) => item === undefined || id === item)
    .flatMap((id) =>
      meeting.session.attendance.flatMap((one) =>
        (one.moves ?? [])
          .filter((move) => move.item === id)
          .map((move) => moveSentence(one, move, order, language)),
      ),
    );
}

function moveSentence(
  one: Attendance,
  { item, to, time }: Move,
  order: readonly string[],
  language: Language,
): string {
  const say = wordsIn(language);
  const n = order.indexOf(item) + 1;
  const before = order[n - 2];
  const was = before === undefined ? one.presence : presenceAt(one, before, order);
  const at = time ? say(` um ${time} Uhr`, ` at ${time}`) : '';
  if (to === 'absent' || to === 'excused')
    return say(`${one.name} geht vor TOP ${n}${at}.`, `${one.name} leaves before item ${n}${at}.`);
  const how = to === 'online' ? say(' online', ' online') : '';
  if (isHere(was))
    return to === 'online'
      ? say(
          `${one.name} nimmt ab TOP ${n}${at} online teil.`,
          `${one.name} takes part online from item ${n} on${at}.`,
        )
      : say(
          `${one.name} ist ab TOP ${n}${at} im Raum.`,
          `${one.name} is in the room from item ${n} on${at}.`,
        );
  return say(`${one.name} kommt zu TOP ${n}${at}${how}.`, `${one.name} comes to item ${n}${at}${how}.`);
}

/** How many voting seats were there for an item, where people came and went. */
export const isChanging = (meeting: Held, item: string): boolean =>
  meeting.session.attendance.some((one) => isThereAt(one, item, orderOf(meeting)) !== isThere(one));

/** Who was there, who was excused, who stayed away, guests, seats without a member. */
export function attendanceSection(meeting: Held, context: Context, language: Language): PaperSection {
  const say = wordsIn(language);
  const { attendance } = meeting.session;
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
        rows: attendance.map((one) => rowOf(one, meeting, context, language)),
      },
      { kind: 'text', text: guestsLine(meeting, language) },
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

function rowOf(one: Attendance, meeting: Held, { rules }: Context, language: Language): readonly string[] {
  const say = wordsIn(language);
  const all = meeting.session.attendance;
  // Whoever was not there deputised for nobody.
  const member = wasThere(one) ? one.for && all.find(({ party }) => party === one.for)?.name : undefined;
  const deputises = member ? say(`vertritt ${member}`, `deputises for ${member}`) : '';
  const seat = rules.seats.find(({ id }) => id === one.seat)?.name[language] ?? one.seat;
  const vote = one.voting ? say('stimmberechtigt', 'voting') : say('beratend', 'advisory');
  const order = orderOf(meeting);
  const moves = (one.moves ?? []).map(({ item, to, time }) => {
    const n = order.indexOf(item) + 1;
    const at = time ? ` (${time})` : '';
    const is = to === 'absent' ? say('gegangen', 'left') : presenceWords[to][language];
    return say(`ab TOP ${n}${at} ${is}`, `from item ${n} on${at} ${is}`);
  });
  const first =
    one.moves && !isThere(one)
      ? say('zu Beginn abwesend', 'absent at the beginning')
      : presenceWords[one.presence][language];
  const presence = [first, ...moves, deputises, one.note].filter(Boolean);
  return [one.name, `${seat}, ${vote}`, presence.join('; ')];
}
