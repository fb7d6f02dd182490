import { byteOrderMark } from '../../../core/csv.ts';
import { momentAfter } from '../../../core/day.ts';
import { type PaperForm, paperFile } from '../../../core/paper-file.ts';
import type { Links } from '../../../core/ports/links.ts';
import type { Download, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import type { Papers } from '../../../core/ports/papers.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Context, Request } from '../model.ts';
import { isKeeper } from '../policy.ts';
import type { Requests } from '../type.ts';
import { paperFor } from './papers.ts';
import { entryTable, isAgreed, proposedEntry } from './release.ts';

/* The paper of an agreed request as files, by personal links that work for two days. */

export type PaperPorts = { readonly links: Links; readonly papers: Papers };

/** Card `requests/paper`. */
export type PaperView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly pdf: string;
  readonly docx: string;
  /** The proposed line for the directory, for those who keep it. */
  readonly entry?: string | undefined;
};

const pdfPath = '/requests/papier-pdf';
const docxPath = '/requests/papier-docx';
const entryPath = '/requests/eintrag-csv';
const days = 2;

/** @throws {Refusal} when it is not agreed, or its type has no paper */
export async function paperReply(
  requests: Requests,
  { links }: PaperPorts,
  turn: Turn,
  id: string,
): Promise<Reply> {
  const { language } = turn;
  const viewer = requests.viewerOf(turn);
  const request = await requests.visible(id, viewer.id, turn.at);
  const context = requests.contextAt(turn.at);
  const paper = paperFor(request, viewer.id, context, language);
  if (!paper) throw noPaper();
  const expiresAt = momentAfter(turn.at, days);
  const make = (page: string) =>
    links.make({ page, subject: { request: request.id, party: viewer.id, language }, expiresAt });
  const hasEntry =
    isKeeper(viewer.id, context) && isAgreed(request) && entryOf(request, context) !== undefined;
  const t = wordsIn(language);
  const view: PaperView = {
    roles: [],
    id: request.id,
    title: paper.title,
    text: t(
      'Wer beteiligt war und unter welchen Bedingungen. Die Verweise gelten zwei Tage und nur für Sie.',
      'Who took part and under which conditions. The links work for two days and are yours alone.',
    ),
    pdf: await make(pdfPath),
    docx: await make(docxPath),
    entry: hasEntry ? await make(entryPath) : undefined,
  };
  return { card: 'requests/paper', data: view, summary: view.title, language };
}

const entryOf = (request: Request, context: Context) => {
  const type = context.types.find(({ id }) => id === request.type);
  return type && proposedEntry(request, type, context);
};

const noPaper = () =>
  new Refusal('no-paper', {
    de: 'Zu diesem Antrag gibt es (noch) kein Papier. Es entsteht, sobald alle zugestimmt haben, die entscheiden.',
    en: 'There is no paper for this request (yet). It is made as soon as everybody who decides has agreed.',
  });

/** The files behind the links. */
export function paperPages(requests: Requests, { papers }: PaperPorts): readonly PageRoute[] {
  const file =
    (
      make: (
        request: Request,
        context: Context,
        language: Language,
        party: string,
      ) => Promise<Download | undefined>,
    ) =>
    async (visit: Visit): Promise<Page | Download> => {
      const language = visit.subject.language === 'en' ? 'en' : 'de';
      const at = visit.now.toISOString();
      const found = await seen(requests, visit, at);
      return (
        (found && (await make(found, requests.contextAt(at), language, visit.subject.party ?? ''))) ??
        nothingHere(language)
      );
    };
  const paperAs = (form: PaperForm) =>
    file(async (request, context, language, party) => {
      const paper = paperFor(request, party, context, language);
      return paper && paperFile(papers, form, paper, request.id);
    });
  return [
    { path: pdfPath, get: paperAs('pdf') },
    { path: docxPath, get: paperAs('docx') },
    {
      path: entryPath,
      get: file(async (request, context) => {
        const entry = entryOf(request, context);
        return (
          entry && {
            fileName: `Fachverfahren-${request.id}.csv`,
            type: 'text/csv',
            content: byteOrderMark + entryTable(entry),
          }
        );
      }),
    },
  ];
}

/** Rights are looked up at every look. */
async function seen(requests: Requests, { subject }: Visit, at: string): Promise<Request | undefined> {
  try {
    return await requests.visible(subject.request ?? '', subject.party ?? '', at);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function nothingHere(language: Language): Page {
  const t = wordsIn(language);
  return {
    status: 404,
    title: t('Papier', 'Paper'),
    language,
    body: [
      {
        kind: 'text',
        text: t(
          'Dieses Papier gibt es nicht, oder es ist für Sie nicht mehr zugänglich. Lotse zeigt den Antrag im Chat.',
          'There is no such paper, or it is no longer accessible to you. Lotse shows the request in the chat.',
        ),
      },
    ],
  };
}
