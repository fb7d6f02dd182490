import { labelOf } from '../../../../core/case-number.ts';
import { momentIn } from '../../../../core/day.ts';
import type { Block, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import type { Language } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { forecastOf } from '../../board/quorum.ts';
import { seeing } from '../access.ts';
import type { Desk } from '../desk.ts';
import type { Meeting } from '../meeting.ts';
import { stateWords } from '../words.ts';
import { whenAndWhere } from './agenda-text.ts';
import { csvPath, listPath } from './link-reply.ts';
import { listFile, printedColumns, sortedInvitees } from './list.ts';
import { meetingName } from './texts.ts';

/** The list of answers to print, and as a file. Whose link it is must still be office or chair. */
export const listRoutes = (desk: Desk): readonly PageRoute[] => [
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

async function visited(desk: Desk, { subject, now }: Visit) {
  const context = contextAt(desk, now.toISOString());
  const meeting = await desk.meetings.get(subject.meeting ?? '');
  const isKeeper = meeting && seeing(meeting, subject.by ?? '', context).some(({ as }) => as !== 'member');
  return { meeting: isKeeper ? meeting : undefined, context };
}

function listPage(meeting: Meeting, context: Context, language: Language): Page {
  const { seats } = context.rules;
  const isGerman = language === 'de';
  const columns = printedColumns(meeting, seats, language);
  const rows = sortedInvitees(meeting, seats).map((one) => columns.map(({ of }) => of(one)));
  const title = isGerman ? 'Rückmeldungen' : 'Answers';
  return {
    title: `${title}: ${meetingName(meeting, language)}`,
    language,
    body: [
      {
        kind: 'facts',
        facts: [
          { title: isGerman ? 'Nummer' : 'Number', value: labelOf(meeting) },
          { title: isGerman ? 'Stand' : 'State', value: stateWords[meeting.state][language] },
          ...whenAndWhere(meeting, language).slice(0, 2),
          ...quorumFact(meeting, language),
          { title: isGerman ? 'Gedruckt' : 'Printed', value: momentIn(language, context.now) },
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
        text: isGerman
          ? '„Geöffnet“ heißt: Das Mitglied hat in Teams die Karte aufgerufen oder geantwortet. Ob eine E-Mail gelesen wurde, misst Lotse nicht.'
          : '“Opened” means that the member called up the card in Teams or answered. Lotse does not measure whether an e-mail was read.',
      },
    ],
  };
}

function quorumFact({ invitees, quorum }: Meeting, language: Language) {
  if (!quorum) return [];
  const { coming, of, needed } = forecastOf(invitees, quorum);
  return [
    {
      title: language === 'de' ? 'Beschlussfähigkeit' : 'Quorum',
      value:
        language === 'de'
          ? `${coming} von ${of} zugesagt, beschlussfähig ab ${needed}`
          : `${coming} of ${of} accepted, quorum from ${needed}`,
    },
  ];
}

const noRight = (language: Language): Page => ({
  status: 403,
  title: language === 'de' ? 'Nicht zugänglich' : 'Not accessible',
  language,
  body: [
    {
      kind: 'text',
      text:
        language === 'de'
          ? 'Diese Liste sehen nur die Geschäftsführung und der Vorsitz des Digitalen Beirats. Nach dem Verzeichnis haben Sie diese Aufgabe zurzeit nicht.'
          : 'Only the management and the chair of the Digital Advisory Board see this list. According to the directory you do not have this task at present.',
    },
  ],
});
