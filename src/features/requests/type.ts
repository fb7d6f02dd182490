import type { AnyAct, CaseType, Opening, Showing } from '../../case/case-type.ts';
import type { Cases } from '../../case/cases.ts';
import { dryRun } from '../../case/dry-run.ts';
import { fileWords } from '../../case/files.ts';
import { type FileLimits, usualLimits } from '../../core/files/sent.ts';
import type { Addressee } from '../../core/notice.ts';
import type { Collection } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import { revisionIn } from './acts/act.ts';
import { correct } from './acts/correct.ts';
import { attach, detach } from './acts/files.ts';
import { fund } from './acts/fund.ts';
import { assign, passOn } from './acts/hand-over.ts';
import { join, leave } from './acts/join.ts';
import { override } from './acts/override.ts';
import { answer, ask, change, unask } from './acts/question.ts';
import { type RebookForm, rebook } from './acts/rebook.ts';
import { expire, prolong } from './acts/renew.ts';
import { reopen } from './acts/reopen.ts';
import { tell } from './acts/tell.ts';
import { approve, opinion, reject } from './acts/vote.ts';
import { withdraw } from './acts/withdraw.ts';
import { finish, take } from './acts/work.ts';
import { budgetRefs } from './budgets/funding.ts';
import { allBudgets, type Budget } from './budgets/model.ts';
import { fileReply } from './checking/file-view.ts';
import { requestOnTime } from './deadlines.ts';
import { requestDueAt } from './flow.ts';
import { briefCase, type Context, isEnded, joinedCase, type Request, requestCase } from './model.ts';
import { chosenPart, seenBy } from './parts.ts';
import { isKeeper, requestSeenAs } from './policy.ts';
import { requestRecord } from './record.ts';
import type { FindSplit } from './splitting.ts';
import { briefReply } from './views/brief.ts';
import { caseReply } from './views/case.ts';
import { dutyHolder } from './views/duties.ts';
import { joinedReply } from './views/joined.ts';
import { lateRemark } from './views/late.ts';

export type Requests = Cases<Request, Context>;

/** What the kind needs of the parts around it. */
export type RequestParts = {
  /** Absent where no money is kept. */
  readonly budgets?: Collection<Budget> | undefined;
  /** Opens the form of a request that was returned (to change it) or rejected (to take it up again). */
  readonly openForm: (
    turn: Parameters<Opening['open']>[0],
    id: string,
    form: 'change' | 'resubmit',
  ) => ReturnType<Opening['open']>;
  /** Open requests that wait for a person; nobody without one. */
  readonly waitingFor?: ((person: string | undefined) => Promise<readonly Request[]>) | undefined;
  readonly findSplit?: FindSplit | undefined;
  /** The card of a budget once more, where what was filled in to rebook is refused. */
  readonly rebookAgain?: RebookForm | undefined;
  /** Gives out the paper of an agreed request; absent where no files are made. */
  readonly openPaper?: Opening['open'] | undefined;
  /** Gives out the whole request as a file, to those who check. */
  readonly openFile?: Opening['open'] | undefined;
  /** Somebody reads it who has no part in it. */
  readonly isRead?: ((request: Request, viewer: Addressee, at: string) => Promise<void>) | undefined;
  /** Shows a request at one of its open parts. */
  readonly openPart?: Opening['open'] | undefined;
  /** Shows the files of a request; absent where none are kept. */
  readonly openFiles?: Opening['open'] | undefined;
  /** What else became of joining a report; `undefined` where nothing did. */
  readonly joined?: ((turn: Turn, id: string) => Promise<Reply | undefined>) | undefined;
  readonly limits?: FileLimits | undefined;
};

/** The request at the part that this person looks at, and what they are offered there. */
function lookedAt(
  acts: readonly AnyAct<Request, Context>[],
  request: Request,
  viewer: Addressee,
  context: Context,
  showing: Showing,
): { readonly seen: Request; readonly showing: Showing } {
  const part = Number(showing.fields?.part ?? 0);
  const seen = (part > 0 && chosenPart(request, part)) || seenBy(request, viewer.id, context);
  if (!seen.chosen) return { seen, showing };
  const can = (kind: string): boolean =>
    acts.some((act) => act.kind === kind && dryRun({}, act, seen, viewer, context) === true);
  return { seen, showing: { ...showing, can } };
}

const typeOf = ({ type }: Request, { types }: Context) => types.find(({ id }) => id === type);

/** An IT request: `IT-2026-0042`. */
export const requestType = ({
  budgets,
  openForm,
  openPaper,
  openFile,
  isRead,
  openFiles,
  joined = async () => undefined,
  openPart,
  limits = usualLimits,
  waitingFor = async () => [],
  findSplit = async () => undefined,
  rebookAgain,
}: RequestParts): CaseType<Request, Context> => {
  const acts = [
    override,
    assign,
    passOn,
    approve(budgets),
    reject,
    fund,
    rebook(budgets, rebookAgain),
    unask,
    ask,
    opinion,
    answer,
    change,
    withdraw,
    take,
    finish,
    prolong,
    expire,
    leave,
    join(joined),
    tell,
    correct,
    reopen,
    attach(limits),
    detach,
  ];
  return {
    name: 'requests.request',
    record: requestRecord,
    missing: (label) => ({
      de: `Den Antrag ${label} gibt es nicht, oder Sie haben keinen Zugriff. Ihre Anträge finden Sie unter „Meine Anträge“.`,
      en: `I find no request ${label} that concerns you. “My requests” shows your own.`,
    }),
    views: {
      case: {
        card: requestCase,
        refresh: ['requests.refresh'],
        open: ['requests.show'],
        async reply(request, viewer, context, shown) {
          const { seen, showing } = lookedAt(acts, request, viewer, context, shown);
          return caseReply(seen, viewer, context, showing, await allBudgets(budgets), {
            hasPapers: openPaper !== undefined,
            hasFiles: openFiles !== undefined,
            hasParts: openPart !== undefined,
            waitingForThem: await waitingFor(dutyHolder(request, typeOf(request, context))),
            split:
              showing.can('approve') || isKeeper(viewer.id, context)
                ? await findSplit(request, typeOf(request, context))
                : undefined,
          });
        },
      },
      // Without a card of its own: what nobody asked to see again is not read.
      file: {
        refresh: ['requests.refresh-file'],
        async reply(request, viewer, context) {
          await isRead?.(request, viewer, context.now);
          return fileReply(request, viewer, context);
        },
      },
      brief: {
        card: briefCase,
        isExcerpt: true,
        refresh: ['requests.refresh-brief'],
        reply(request, viewer, context, shown) {
          const { seen, showing } = lookedAt(acts, request, viewer, context, shown);
          return briefReply(seen, viewer, context, showing);
        },
      },
      joined: {
        card: joinedCase,
        isExcerpt: true,
        isUsed: ({ report }) => report !== undefined,
        refresh: ['requests.refresh-joined'],
        reply: joinedReply,
      },
    },
    seenAs: requestSeenAs,
    acts,
    openings: [
      {
        verb: 'requests.change',
        de: 'ändern|aendern',
        en: 'change|edit',
        form: true,
        open: (turn, id) => openForm(turn, id, 'change'),
      },
      {
        verb: 'requests.resubmit',
        de: 'neu stellen|erneut stellen',
        en: 'resubmit|submit again',
        form: true,
        open: (turn, id) => openForm(turn, id, 'resubmit'),
      },
      ...(openFiles
        ? [
            {
              verb: 'requests.files',
              ...fileWords,
              open: openFiles,
            },
          ]
        : []),
      ...(openPaper
        ? [{ verb: 'requests.paper', de: 'freigabe|papier|vorlage', en: 'release|paper', open: openPaper }]
        : []),
      ...(openPart ? [{ verb: 'requests.part', de: 'teil', en: 'part', open: openPart }] : []),
      ...(openFile ? [{ verb: 'requests.file', de: 'akte', en: 'case file', open: openFile }] : []),
    ],
    beside: ({ funding }) => budgetRefs(funding),
    isClosed: (request) => isEnded(request) && request.report?.reopens === undefined,
    onTime: requestOnTime,
    dueAt: requestDueAt,
    // Taking it back means whatever it has become; any other act means what the card was drawn for.
    unchanged: (request, kind, data) =>
      kind === 'withdraw' || kind === 'join' ? undefined : lateRemark(request, revisionIn(data)),
  };
};
