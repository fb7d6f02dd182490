import { labelOf } from '../../../../core/case-number.ts';
import { byteOrderMark, csvLine } from '../../../../core/csv.ts';
import { momentIn } from '../../../../core/day.ts';
import type { Block, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { forecastOf } from '../../board/quorum.ts';
import type { Seat } from '../../board/rules.ts';
import type { MeetingDesk } from '../desk.ts';
import { answerWords, dispatchState, dispatchWords, stateWords } from '../labels.ts';
import { meetingName, whenAndWhere } from '../letters/texts.ts';
import { csvPath, listPath } from '../links.ts';
import type { Invitee, Meeting } from '../model.ts';
import { isKeeper } from '../policy.ts';

/** The list of answers to print, and as a file. Whose link it is must still be office or chair. */
export const listRoutes = (desk: MeetingDesk): readonly PageRoute[] => [
  {
    path: listPath,
    async get(visit) {
      const { meeting, context } = await visited(desk, visit);
      return meeting ? listPage(meeting, context, visit.language) : noRight(visit.language);
    },
  },
  {
    path: csvPath,
    async get(visit) {
      const { meeting, context } = await visited(desk, visit);
      if (!meeting) return noRight(visit.language);
      return {
        fileName: `${meeting.id}-Rueckmeldungen.csv`,
        type: 'text/csv; charset=utf-8',
        content: listFile(meeting, context.rules.seats, visit.language),
      };
    },
  },
];

async function visited(desk: MeetingDesk, { subject, now }: Visit) {
  const context = desk.meetings.contextAt(now.toISOString());
  const meeting = await desk.meetings.collection.get(subject.meeting ?? '');
  const isTheirs = meeting && isKeeper(meeting, subject.by ?? '', context);
  return { meeting: isTheirs ? meeting : undefined, context };
}

function listPage(meeting: Meeting, context: Context, language: Language): Page {
  const { seats } = context.rules;
  const t = wordsIn(language);
  const columns = printedColumns(meeting, seats, language);
  const rows = sortedInvitees(meeting, seats).map((one) => columns.map(({ of }) => of(one)));
  const title = t('Rückmeldungen', 'Answers');
  return {
    title: `${title}: ${meetingName(meeting, language)}`,
    language,
    body: [
      {
        kind: 'facts',
        facts: [
          { title: t('Nummer', 'Number'), value: labelOf(meeting) },
          { title: t('Stand', 'State'), value: stateWords[meeting.state][language] },
          ...whenAndWhere(meeting, language).slice(0, 2),
          ...quorumFact(meeting, language),
          { title: t('Gedruckt', 'Printed'), value: momentIn(language, context.now) },
        ],
      },
      {
        kind: 'table',
        caption: title,
        head: columns.map((column) => column.title),
        rows,
      } satisfies Block,
      {
        kind: 'text',
        text: t(
          '„Geöffnet“ heißt: Das Mitglied hat in Teams die Karte aufgerufen oder geantwortet. Ob eine E-Mail gelesen wurde, misst Lotse nicht.',
          '“Opened” means that the member called up the card in Teams or answered. Lotse does not measure whether an e-mail was read.',
        ),
      },
    ],
  };
}

function quorumFact({ invitees, quorum }: Meeting, language: Language) {
  if (!quorum) return [];
  const { coming, of, needed } = forecastOf(invitees, quorum);
  return [
    {
      title: wordsIn(language)('Beschlussfähigkeit', 'Quorum'),
      value: wordsIn(language)(
        `${coming} von ${of} zugesagt, beschlussfähig ab ${needed}`,
        `${coming} of ${of} accepted, quorum from ${needed}`,
      ),
    },
  ];
}

const noRight = (language: Language): Page => ({
  status: 403,
  title: wordsIn(language)('Nicht zugänglich', 'Not accessible'),
  language,
  body: [
    {
      kind: 'text',
      text: wordsIn(language)(
        'Diese Liste sehen nur die Geschäftsführung und der Vorsitz des Digitalen Beirats. Nach dem Verzeichnis haben Sie diese Aufgabe zurzeit nicht.',
        'Only the board’s office and the chair see this list. According to the directory you do not have this task at present.',
      ),
    },
  ],
});

/** The list of members and their answers, to print and as a file: one row for each who was invited. */
export type Column = { readonly title: string; readonly of: (one: Invitee) => string };

/** In the order of the seats, members before their deputies. */
export function sortedInvitees({ invitees }: Meeting, seats: readonly Seat[]): readonly Invitee[] {
  const place = new Map(seats.map(({ id }, at) => [id, at]));
  const rank = ({ seat, as }: Invitee) => (place.get(seat) ?? seats.length) * 2 + (as === 'deputy' ? 1 : 0);
  return [...invitees].sort((a, b) => rank(a) - rank(b));
}

export function columnsOf(meeting: Meeting, seats: readonly Seat[], language: Language): readonly Column[] {
  const words = language === 'de' ? german : english;
  const nameOf = (party: string | undefined) =>
    party ? (meeting.invitees.find((other) => other.party === party)?.name ?? party) : '';
  const seatName = (id: string) => seats.find((seat) => seat.id === id)?.name[language] ?? id;
  return [
    { title: words.seat, of: ({ seat }) => seatName(seat) },
    { title: words.name, of: ({ name }) => name },
    { title: words.vote, of: ({ voting }) => (voting ? words.voting : words.advisory) },
    { title: words.for, of: (one) => nameOf(one.for) },
    { title: words.answer, of: (one) => answerOf(one, language) },
    { title: words.reason, of: ({ reply }) => reply?.reason ?? '' },
    { title: words.at, of: ({ reply }) => (reply ? momentIn(language, reply.at) : '') },
    { title: words.dispatch, of: (one) => ledgerOf(one, language) },
    {
      title: words.opened,
      of: ({ openedAt }) => (openedAt ? momentIn(language, openedAt) : ''),
    },
  ];
}

function answerOf({ reply, releasedAt }: Invitee, language: Language): string {
  const words = language === 'de' ? german : english;
  if (releasedAt) return words.released;
  return reply ? answerWords[reply.answer][language] : words.none;
}

/** Everything that was sent and what became of it, the oldest first. */
const ledgerOf = ({ dispatches }: Invitee, language: Language): string =>
  dispatches
    .map((line) => {
      const moment = momentIn(language, line.since ?? line.at);
      const note = line.note ? ` (${line.note})` : '';
      return `${dispatchWords[line.kind][language]}: ${dispatchState(line, language)}${note}, ${moment}`;
    })
    .join('\n');

/** The same in four columns, so that it fits on a page. */
export function printedColumns(
  meeting: Meeting,
  seats: readonly Seat[],
  language: Language,
): readonly Column[] {
  const words = language === 'de' ? german : english;
  const known = new Map(columnsOf(meeting, seats, language).map(({ title, of }) => [title, of]));
  const joined = (one: Invitee, ...parts: readonly (string | undefined)[]) =>
    parts.flatMap((title) => known.get(title ?? '')?.(one) || []).join('\n');
  const named = (title: string, one: Invitee) => {
    const value = known.get(title)?.(one);
    return value ? `\n${title}: ${value}` : '';
  };
  return [
    { title: words.seat, of: (one) => joined(one, words.seat, words.vote) },
    { title: words.name, of: (one) => `${one.name}${named(words.for, one)}` },
    { title: words.answer, of: (one) => joined(one, words.answer, words.reason, words.at) },
    { title: words.dispatch, of: (one) => `${joined(one, words.dispatch)}${named(words.opened, one)}` },
  ];
}

/** The list as a file that spreadsheets open. */
export function listFile(meeting: Meeting, seats: readonly Seat[], language: Language): string {
  const columns = columnsOf(meeting, seats, language);
  const rows = sortedInvitees(meeting, seats).map((one) => columns.map(({ of }) => of(one)));
  return byteOrderMark + [columns.map(({ title }) => title), ...rows].map(csvLine).join('');
}

const german = {
  seat: 'Sitz',
  name: 'Mitglied',
  vote: 'Stimme',
  for: 'Vertritt',
  answer: 'Antwort',
  reason: 'Grund',
  at: 'Geantwortet am',
  dispatch: 'Versand',
  opened: 'Geöffnet am',
  voting: 'stimmberechtigt',
  advisory: 'beratend',
  released: 'nicht mehr eingeladen',
  none: 'keine Antwort',
};
const english: typeof german = {
  seat: 'Seat',
  name: 'Member',
  vote: 'Vote',
  for: 'Deputises for',
  answer: 'Answer',
  reason: 'Reason',
  at: 'Answered on',
  dispatch: 'Dispatch',
  opened: 'Opened on',
  voting: 'voting',
  advisory: 'advisory',
  released: 'no longer invited',
  none: 'no answer',
};
