import { z } from 'zod';
import { caseSearch, type Searched } from '../../case/case-search.ts';
import { openCases } from '../../case/cases.ts';
import { type CaseFiles, caseFiles } from '../../case/files.ts';
import type { FilesLink } from '../../case/files-page.ts';
import { forgetReadings, keepReading, openReadings } from '../../case/readings.ts';
import type { Feature } from '../../core/feature.ts';
import type { FileLimits } from '../../core/files/sent.ts';
import type { CaseRef } from '../../core/notice.ts';
import { partyOf } from '../../core/party.ts';
import type { Archive } from '../../core/ports/archive.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { RoleDirectory, RoleId } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import { inPlace, type Reply } from '../../core/reply.ts';
import type { Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import { budgetActions, budgetIntents, type MoneyPorts } from './budgets/chat.ts';
import { Budget, budgetCollection } from './budgets/model.ts';
import { oneBudgetActions, oneBudgetIntents, rebookAgain } from './budgets/one-budget.ts';
import { sealBudgets } from './budgets/seal.ts';
import { type FilePorts, fileIntents, filePages, openBudgetFile, openCaseFile } from './checking/files.ts';
import { Draft, draftCollection } from './form/draft.ts';
import { type Opening, openAgain, openForm } from './form/forms.ts';
import { type FromCase, openFromCase } from './form/from-case.ts';
import { forgetDrafts, formActions, formIntents, startReply } from './form/parts.ts';
import type { ElsewhereForm, FormFiles, FormPorts } from './form/ports.ts';
import { isWish, typeFor, typeTitled, wishedType } from './form/wish.ts';
import { stateOf } from './labels.ts';
import { listIntents, waitingRequests } from './lists.ts';
import { asksFor, type Context, isEnded, type PartnerBody, type Request } from './model.ts';
import { requestNotices } from './notices.ts';
import { type PaperPorts, paperPages, paperReply } from './outcome/paper.ts';
import { filesFor, mayAddFiles, requestSeenAs } from './policy.ts';
import { type PlanPorts, planActions, planIntents } from './priorities/chat.ts';
import { Plan, planCollection } from './priorities/plan.ts';
import { knownIntent } from './reports/known-list.ts';
import { splitFinder } from './splitting.ts';
import { steeringTab } from './steering-tab.ts';
import { requestsTab } from './tab.ts';
import { togetherActions, togetherIntents } from './together.ts';
import { type Requests, requestType } from './type.ts';
import type { RequestType } from './types/model.ts';

export type RequestsPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly types: () => readonly RequestType[];
  /** Bodies outside the role model that requests pass. */
  readonly partners?: (() => readonly PartnerBody[]) | undefined;
  /** Where closed cases go; without it they stay in the store. */
  readonly archive?: Archive | undefined;
  /** What files and links are made with; without it there are no papers. */
  readonly paper?: PaperPorts | undefined;
  /** A case as a file for those who check; without it there are none. */
  readonly fileOf?: FilePorts['fileOf'] | undefined;
  /** Files that people send; absent where none are kept. */
  readonly files?: RequestFiles | undefined;
  /** Opens the form that another feature has for a type. */
  readonly elsewhere?: ElsewhereForm | undefined;
  /** The type that a text wishes for, as the chat reads it. */
  readonly typeOf?: ((text: string, turn: Turn) => string | undefined) | undefined;
};

export type RequestFiles = FormFiles & {
  readonly limits: FileLimits;
  /** The way to the files of a request in a letter. */
  readonly letterLink: FilesLink;
  /** The files of a request; `what` is what was typed behind the word. */
  readonly list: (turn: Turn, id: string, what?: string) => Promise<Reply>;
};

/** Takes IT requests and walks each through the approvals that the role model prescribes. */
export type RequestsFeature = Feature & {
  /** Requests as cases that have files. */
  readonly files: CaseFiles;
  /** What the form of a type is called and which role is asked first. */
  readonly offer: (type: string) => { readonly title: Text; readonly first: RoleId } | undefined;
  /** The form that a sentence asks for; `undefined` when it is a question, not a wish, or no such form exists. */
  readonly formFor: (opening: Opening & { readonly text: string }, turn: Turn) => Promise<Reply | undefined>;
  /** The form of a request that comes from a case of another feature, with what that says. */
  readonly openFromCase: (turn: Turn, from: FromCase) => Promise<Reply>;
  /** The newest request that came from a case. */
  readonly cameFrom: (origin: CaseRef) => Promise<Request | undefined>;
};

export function createRequestsFeature({
  store,
  ids,
  directory,
  holidays,
  types,
  partners = () => [],
  archive,
  paper,
  fileOf,
  files,
  elsewhere,
  typeOf,
}: RequestsPorts): RequestsFeature {
  const budgets = store.collection(budgetCollection, Budget, ['year']);
  const readings = openReadings(store);
  const checking: FilePorts | undefined = paper && fileOf && { ...paper, fileOf, readings, budgets, archive };
  const requests: Requests = openCases(
    requestType({
      budgets,
      openForm: (turn, id, form) => openAgain(ports, turn, id, form),
      waitingFor: async (person) =>
        person === undefined ? [] : requests.collection.list({ contains: { waitsFor: person } }),
      findSplit: (request, type) => splitFinder(requests.collection)(request, type),
      rebookAgain: (turn, id, form, refusal) => rebookAgain(ports, turn, id, form, refusal),
      limits: files?.limits,
      joined: async (turn, id) => {
        const added = await files?.addWaiting(turn, id);
        return added && requests.show(turn, id, { as: 'joined', remark: withFiles(added)[turn.language] });
      },
      openFiles:
        files && ((turn, id, { what }) => files.list(turn, id, typeof what === 'string' ? what : '')),
      openPaper: paper && ((turn, id) => paperReply(requests, paper, turn, id)),
      openPart: async (turn, id, data) => {
        const part = z.coerce.number().int().min(1).optional().catch(undefined).parse(data.revision);
        return inPlace(
          await requests.show(turn, id, part === undefined ? {} : { fields: { part: String(part) } }),
        );
      },
      openFile: checking && ((turn, id) => openCaseFile(requests, checking, turn, id)),
      isRead: ({ id }, viewer, at) => keepReading(readings, viewer, id, at),
    }),
    {
      store,
      archive,
      directory,
      contextAt: (now): Context => ({
        now,
        directory,
        holidays,
        digest: ids.digest,
        types: types(),
        partners: partners(),
      }),
    },
  );
  /** What new requests can be begun of. */
  const offered = () => types().filter((type) => type.offered);
  const ports: FormPorts & MoneyPorts & PlanPorts = {
    requests,
    budgets,
    plans: store.collection(planCollection, Plan),
    drafts: store.collection(draftCollection, Draft, ['by']),
    types,
    directory,
    newId: ids.next,
    files,
    elsewhere,
    openBudgetFile: checking && ((turn, id) => openBudgetFile(requests, checking, turn, id)),
    isRead: (turn, what) => keepReading(readings, requests.viewerOf(turn), what, turn.at),
  };
  return {
    id: 'requests',
    topic: { de: 'Anträge', en: 'Requests' },
    intents: [
      ...formIntents(ports),
      ...budgetIntents(ports),
      ...oneBudgetIntents(ports),
      ...planIntents(ports),
      ...listIntents(requests),
      knownIntent(requests),
      ...togetherIntents(requests),
      ...(checking ? fileIntents(requests, checking) : []),
      {
        ...requests.intent({
          id: 'requests.case',
          title: { de: 'Ein Antrag nach seiner Nummer', en: 'A request by its number' },
          examples: {
            de: [
              'IT-2026-0042',
              'IT-2026-0042 zustimmen',
              'IT-2026-0042 ablehnen: Das Budget ist erschöpft',
              'IT-2026-0042 Rückfrage: Wie viele Geräte?',
              'IT-2026-0042 erledigt: Gerät steht bereit',
            ],
            en: [
              'IT-2026-42',
              'IT-2026-0042 approve',
              'IT-2026-0042 reject: The budget is used up',
              'IT-2026-0042 ask: How many devices?',
              'IT-2026-0042 done: The device is ready',
            ],
          },
        }),
        inMenu: true,
      },
    ],
    actions: [
      ...formActions(ports),
      ...requests.actions,
      ...togetherActions(requests),
      ...budgetActions(ports),
      ...oneBudgetActions(ports),
      ...planActions(ports),
    ],
    waiting: (turn) => waitingRequests(requests, turn),
    notices: requestNotices(requests, files?.letterLink),
    cases: requests.cards,
    pages: [
      ...(paper ? paperPages(requests, paper) : []),
      ...(checking ? filePages(requests, checking) : []),
    ],
    tabs: [requestsTab({ ...ports, fileLimits: files?.limits }), steeringTab(ports)],
    search: caseSearch(requests, searchedAs),
    captures: [
      {
        id: 'request',
        title: { de: 'Als IT-Antrag erfassen', en: 'Take as an IT request' },
        async open(turn, text) {
          const type = typeOf?.(text, turn) ?? typeTitled(text, types());
          return type && offered().some(({ id }) => id === type)
            ? openForm(ports, turn, { type, text })
            : startReply(types(), turn.language, text);
        },
      },
    ],
    jobs: [
      requests.job('requests.waiting', 200),
      requests.keeping('requests.archive'),
      sealBudgets(budgets, ids.digest),
      forgetDrafts(ports),
      forgetReadings(readings),
    ],
    files: caseFiles(requests, {
      seen: filesFor,
      mayAdd: mayAddFiles,
      async mine(party) {
        const [own, waiting] = await Promise.all([
          requests.collection.list({ where: { requestedBy: party } }),
          requests.collection.list({ contains: { waitsFor: party } }),
        ]);
        return [...own, ...waiting.filter(({ requestedBy }) => requestedBy !== party)]
          .filter((request) => !isEnded(request))
          .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt));
      },
    }),
    offer(id) {
      const type = offered().find((known) => known.id === id);
      const first = type?.route[0];
      return type && first && { title: type.name, first: first.role };
    },
    async formFor(opening, turn) {
      const titled = typeTitled(opening.text, offered());
      if (titled) return openForm(ports, turn, { type: titled });
      const type = opening.isCertain
        ? wishedType(opening, offered())
        : opening.type && isWish(opening.text) && typeFor(opening, offered());
      return type ? openForm(ports, turn, { ...opening, type }) : undefined;
    },
    openFromCase: (turn, from) => openFromCase(ports, turn, from),
    cameFrom: async ({ kind, id }) =>
      (await requests.collection.list({ where: { origin: { kind, id } } })).toSorted(
        (a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id),
      )[0],
  };
}

const searchedAs: Searched<Request, Context> = {
  line: (request, { language, actor }, context) =>
    requestSeenAs(request, partyOf(actor, context.directory).id, context) === 'case'
      ? { title: request.title, state: stateOf(request)[language] }
      : undefined,
  isOpenFor: (request, party) =>
    !isEnded(request) && (asksFor(request, party) || request.waitsFor.includes(party)),
};

/** What somebody sent before they said that it affects them, too, goes along. */
const withFiles = ({ de, en }: Text): Text => ({
  de: `${de} Das betrifft Sie auch: Sie bekommen Hinweise und erfahren, was daraus wird. Von Ihren Dateien erfährt nur, wer daran arbeitet.`,
  en: `${en} This affects you, too: you get notes and hear what becomes of it. Only those who work on it learn of your files.`,
});
