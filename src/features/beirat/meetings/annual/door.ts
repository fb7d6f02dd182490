import { z } from 'zod';
import type { Action, Intent } from '../../../../core/feature.ts';
import { type PaperForm, paperFile } from '../../../../core/paper-file.ts';
import type { Download, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import type { YearFigures } from '../../../../core/ports/year-figures.ts';
import { Refusal } from '../../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../../core/reply.ts';
import { maySteer } from '../../../../core/steering.ts';
import { wordsIn } from '../../../../core/text.ts';
import type { Turn } from '../../../../core/turn.ts';
import { withRefusal } from '../../../../core/with-refusal.ts';
import { type Context, today } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { isInBeirat, isOffice } from '../../board/members.ts';
import type { MeetingDesk } from '../desk.ts';
import { annualReport } from './paper.ts';

/** The annual report: asked for in words or on the page of the Beirat, made when its link is opened. */

export type AnnualDesk = MeetingDesk & { readonly figures: readonly YearFigures[] };

/** Card `beirat/annual-report`. */
export type AnnualView = {
  readonly roles: readonly [];
  readonly year: string;
  readonly title: string;
  readonly text: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

const paths: Readonly<Record<PaperForm, string>> = {
  pdf: '/beirat/jahresbericht-pdf',
  docx: '/beirat/jahresbericht-docx',
};
/** How long a link opens, in milliseconds: an hour. */
const opensFor = 3_600_000;

const asking =
  /^\s*(?:jahresbericht|annual report)(?:\s+(?:des beirats|of the board))?(?:\s+(?:für |fuer |for )?(?<year>20\d{2}))?[\s.!?]*$/i;

export const annualIntent = (desk: AnnualDesk): Intent => ({
  id: 'beirat.annual-report',
  title: { de: 'Jahresbericht des Beirats', en: 'Annual report of the board' },
  examples: { de: ['Jahresbericht', 'Jahresbericht 2026'], en: ['Annual report', 'Annual report 2026'] },
  match: (typed) => asking.test(typed),
  // It makes links: an edited message makes none anew.
  acts: (typed) => asking.test(typed),
  inMenu: false,
  usefulTo: (turn) => mayHave(desk.meetings.viewerOf(turn).id, contextAt(desk, turn.at)),
  handle: (turn) => withRefusal(turn, () => showLinks(desk, turn)),
});

/** Makes the links anew. */
export const annualActions = (desk: AnnualDesk): readonly Action[] => [
  { verb: 'beirat.annual-report', handle: async (turn) => inPlace(await showLinks(desk, turn)) },
];

/** The Beirat, its office, and those who steer. */
const mayHave = (party: string, context: Context): boolean =>
  isOffice(party, context) ||
  isInBeirat(party, context) ||
  maySteer(party, context.directory, today(context));

async function showLinks(desk: AnnualDesk, turn: Turn): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const viewer = desk.meetings.viewerOf(turn);
  if (!mayHave(viewer.id, context)) throw notYours();
  const { language } = turn;
  const say = wordsIn(language);
  const asked =
    turn.kind === 'text'
      ? asking.exec(turn.text)?.groups?.year
      : z
          .string()
          .regex(/^20\d{2}$/)
          .optional()
          .catch(undefined)
          .parse(turn.kind === 'action' ? turn.data.year : undefined);
  const year = asked ?? today(context).slice(0, 4);
  if (year > today(context).slice(0, 4)) throw notYet(year);
  const subject = { year, party: viewer.id, language };
  const expiresAt = new Date(Date.parse(turn.at) + opensFor).toISOString();
  const link = (form: PaperForm) => desk.links.make({ page: paths[form], subject, expiresAt });
  const [pdf, docx] = await Promise.all([link('pdf'), link('docx')]);
  const isRunning = year === today(context).slice(0, 4);
  const view: AnnualView = {
    roles: [],
    year,
    title: say(
      `Jahresbericht ${year} des Digitalen Beirats`,
      `Annual report ${year} of the Digital Advisory Board`,
    ),
    text: isRunning
      ? say(
          'Mit dem Stand von jetzt; das Jahr läuft noch. Er nennt niemanden. Die Links gelten eine Stunde und gehören nur Ihnen.',
          'As things stand now; the year is not over. It names nobody. The links work for an hour and are yours alone.',
        )
      : say(
          'Er nennt niemanden. Die Links gelten eine Stunde und gehören nur Ihnen.',
          'It names nobody. The links work for an hour and are yours alone.',
        ),
    links: [
      { title: say('Als PDF', 'As a PDF'), url: pdf },
      { title: say('Als Word-Dokument', 'As a Word document'), url: docx },
    ],
  };
  return { card: 'beirat/annual-report', data: view, summary: view.title, language };
}

export const annualRoutes = (desk: AnnualDesk): readonly PageRoute[] =>
  (['pdf', 'docx'] as const).map((form) => ({ path: paths[form], get: (visit) => made(desk, visit, form) }));

/** Made when it is opened, for whoever may still have it then. */
async function made(desk: AnnualDesk, visit: Visit, form: PaperForm): Promise<Page | Download> {
  const { subject, now, language } = visit;
  const context = contextAt(desk, now.toISOString());
  const { year = '', party = '' } = subject;
  if (!mayHave(party, context)) return { status: 403, title: notYours().text[language], language, body: [] };
  const to = subject.language === 'en' ? 'en' : 'de';
  const figures = await Promise.all(desk.figures.map((count) => count(year)));
  const paper = annualReport(year, await desk.meetings.collection.list(), figures, context, to);
  return paperFile(
    desk.papers,
    form,
    paper,
    wordsIn(to)(`Jahresbericht-Beirat-${year}`, `Annual-report-board-${year}`),
  );
}

const notYours = () =>
  new Refusal('annual-report-not-yours', {
    de: 'Den Jahresbericht bekommen die Mitglieder des Digitalen Beirats, seine Geschäftsführung und wer steuert. Bitte fragen Sie die Geschäftsführung, den Digitallotsen Wirtschaft.',
    en: 'The annual report is for the members of the Digital Advisory Board, its office and those who steer. Please ask the office, the Digitallotse Wirtschaft.',
  });
const notYet = (year: string) =>
  new Refusal('annual-report-not-yet', {
    de: `Das Jahr ${year} hat noch nicht begonnen. „Jahresbericht“ zeigt das laufende.`,
    en: `The year ${year} has not begun. “Annual report” shows the present one.`,
  });
