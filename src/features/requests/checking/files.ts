import { keepReading, type Reading } from '../../../case/readings.ts';
import { byteOrderMark, csvLine } from '../../../core/csv.ts';
import { dayOf, momentAfter } from '../../../core/day.ts';
import type { Intent } from '../../../core/feature.ts';
import { paperFile } from '../../../core/paper-file.ts';
import type { Archive } from '../../../core/ports/archive.ts';
import type { Links } from '../../../core/ports/links.ts';
import type { Download, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import type { Paper, Papers } from '../../../core/ports/papers.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { isGranted, Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { type Budget, budgetCollection, nameOf } from '../budgets/model.ts';
import { noSuchBudget } from '../budgets/refusals.ts';
import { columns, matches, rowOf } from '../export/table.ts';
import { type Context, type Request, requestCollection } from '../model.ts';
import { isAuditor, isKeeper } from '../policy.ts';
import { requestRecord } from '../record.ts';
import type { Requests } from '../type.ts';

/*
 * For those who check: a request or a budget as a file, and a list of requests, by personal links that work for two days.
 * Rights are looked up again when a link is opened, and each look is kept.
 */

export type FilePorts = {
  readonly links: Links;
  readonly papers: Papers;
  /** A case as a file, as the command of the terminal writes it. */
  readonly fileOf: (
    collection: string,
    doc: { readonly id: string },
    at: string,
    budgets?: readonly Budget[],
  ) => Paper;
  readonly readings: Collection<Reading>;
  readonly budgets: Collection<Budget>;
  readonly archive?: Archive | undefined;
};

const casePath = '/requests/akte-pdf';
const budgetPath = '/requests/budget-pdf';
const exportPath = '/requests/liste-csv';
const days = 2;

/** Whether somebody may have files: 10.50 keeps them, the audit office reads them. */
const mayHave = (party: string, context: Context): boolean =>
  isKeeper(party, context) || isAuditor(party, context);

/** @throws {Refusal} unless 10.50, its deputy or the audit office asks */
export function requireReader(requests: Requests, turn: Turn) {
  const viewer = requests.viewerOf(turn);
  if (!mayHave(viewer.id, requests.contextAt(turn.at))) throw onlyReaders();
  return viewer;
}

const onlyReaders = () =>
  new Refusal('only-readers', {
    de: 'Akten und Listen bekommen die Rechnungsprüfung und das Strategische IT-Management (10.50). Ihre eigenen Anträge zeigt „Meine Anträge“.',
    en: 'Files and lists are for the audit office and Strategic IT Management (10.50). “My requests” shows your own.',
  });

async function linkReply(
  requests: Requests,
  { links }: FilePorts,
  turn: Turn,
  page: string,
  subject: Readonly<Record<string, string>>,
  title: string,
): Promise<Reply> {
  const { language } = turn;
  const { id: party } = requireReader(requests, turn);
  const expiresAt = momentAfter(turn.at, days);
  const url = await links.make({ page, subject: { ...subject, party, language }, expiresAt });
  const t = wordsIn(language);
  const text = t(
    'Der Verweis gilt zwei Tage und nur für Sie. Dass Sie die Datei öffnen, wird vermerkt.',
    'The link works for two days and is yours alone. That you open the file is kept.',
  );
  const open =
    page === exportPath ? t('Liste öffnen (CSV)', 'Open the list (CSV)') : t('PDF öffnen', 'Open the PDF');
  return { card: 'requests/download', data: { roles: [], title, text, url, open }, summary: title, language };
}

/** "IT-2026-0042 Akte" @throws {Refusal} as `visible`, and for those who only take part in it */
export async function openCaseFile(
  requests: Requests,
  ports: FilePorts,
  turn: Turn,
  id: string,
): Promise<Reply> {
  const viewer = requests.viewerOf(turn);
  const request = await requests.visible(id, viewer.id, turn.at);
  const title = wordsIn(turn.language)(`Akte ${request.id}`, `File of ${request.id}`);
  return linkReply(requests, ports, turn, casePath, { request: request.id }, title);
}

/** The file of a budget, from its card. */
export async function openBudgetFile(
  requests: Requests,
  ports: FilePorts,
  turn: Turn,
  id: string,
): Promise<Reply> {
  const budget = await ports.budgets.get(id);
  if (!budget) throw noSuchBudget(id, []);
  const title = wordsIn(turn.language)(`Akte ${nameOf(budget, 'de')}`, `File of ${nameOf(budget, 'en')}`);
  return linkReply(requests, ports, turn, budgetPath, { budget: budget.id }, title);
}

const asksList =
  /^\s*(?:anträge|antraege|requests)\s+(?:exportieren|export)(?:\s+(?<year>20\d\d))?[\s.!?]*$/iu;

export const fileIntents = (requests: Requests, ports: FilePorts): readonly Intent[] => [
  {
    id: 'requests.export',
    // Makes a link, and notes who read.
    acts: true,
    title: {
      de: 'Liste der Anträge für Excel (Rechnungsprüfung, 10.50)',
      en: 'List of requests for Excel (audit office, 10.50)',
    },
    examples: {
      de: ['Anträge exportieren 2026', 'Anträge exportieren'],
      en: ['Requests export 2026', 'Requests export'],
    },
    match: (text) => asksList.test(text),
    usefulTo: (turn) => isGranted(() => requireReader(requests, turn)),
    handle: (turn) =>
      withRefusal(turn, () => {
        const year = asksList.exec(turn.text)?.groups?.year ?? dayOf(turn.at).slice(0, 4);
        const title = wordsIn(turn.language)(`Anträge ${year}`, `Requests of ${year}`);
        return linkReply(requests, ports, turn, exportPath, { year }, title);
      }),
    inMenu: false,
  },
];

/** The files behind the links. */
export function filePages(requests: Requests, ports: FilePorts): readonly PageRoute[] {
  const { papers, fileOf, budgets, readings } = ports;
  const page =
    (what: (visit: Visit) => string, make: (visit: Visit, at: string) => Promise<Download | undefined>) =>
    async (visit: Visit): Promise<Page | Download> => {
      const language = visit.subject.language === 'en' ? 'en' : 'de';
      const at = visit.now.toISOString();
      const party = visit.subject.party ?? '';
      const context = requests.contextAt(at);
      const found = mayHave(party, context) ? await make(visit, at) : undefined;
      if (!found) return nothingHere(language);
      const name = context.directory.person(party)?.name ?? party;
      await keepReading(readings, { id: party, name }, what(visit), at);
      return found;
    };
  return [
    {
      path: casePath,
      get: page(
        ({ subject }) => `${subject.request} Akte`,
        async ({ subject }, at) => {
          const request = await requests.collection.get(subject.request ?? '');
          if (!request) return undefined;
          const file = fileOf(requestCollection, request, at, await budgets.list());
          return paperFile(papers, 'pdf', file, `Akte-${request.id}`);
        },
      ),
    },
    {
      path: budgetPath,
      get: page(
        ({ subject }) => `Budget ${subject.budget} Akte`,
        async ({ subject }, at) => {
          const budget = await budgets.get(subject.budget ?? '');
          return (
            budget && paperFile(papers, 'pdf', fileOf(budgetCollection, budget, at), `Akte-${budget.id}`)
          );
        },
      ),
    },
    {
      path: exportPath,
      get: page(
        ({ subject }) => `Liste der Anträge ${subject.year}`,
        async ({ subject }) => {
          const rows = (await allRequests(requests, ports.archive))
            .filter((request) => matches(request, { year: Number(subject.year) }))
            .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
            .map(rowOf);
          return {
            fileName: `Antraege-${Number(subject.year)}.csv`,
            type: 'text/csv',
            content: byteOrderMark + [columns.map(({ title }) => title), ...rows].map(csvLine).join(''),
          };
        },
      ),
    },
  ];
}

/** Those of the store, then those of the archive that are not in it. */
async function allRequests(requests: Requests, archive: Archive | undefined): Promise<readonly Request[]> {
  const stored = await requests.collection.list();
  const known = new Set(stored.map(({ id }) => id));
  const archived: Request[] = [];
  for (const year of (await archive?.years()) ?? [])
    for await (const one of archive?.list(year) ?? [])
      if (requestRecord.isOne(one.id) && !known.has(one.id)) archived.push(requestRecord.schema.parse(one));
  return [...stored, ...archived];
}

function nothingHere(language: Language): Page {
  const t = wordsIn(language);
  const text = t(
    'Diese Datei gibt es nicht, oder sie ist für Sie nicht mehr zugänglich.',
    'There is no such file, or it is no longer accessible to you.',
  );
  return { status: 404, title: t('Akte', 'File'), language, body: [{ kind: 'text', text }] };
}
