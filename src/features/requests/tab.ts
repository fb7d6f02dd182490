import { caseRows, type Listing, visitedCase } from '../../case/case-rows.ts';
import { filesBlock } from '../../case/files.ts';
import { momentIn } from '../../core/day.ts';
import type { FileLimits } from '../../core/files/sent.ts';
import type { HistoryEntry } from '../../core/history.ts';
import { type Party, partyOf } from '../../core/party.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Block, TabPart, TimelineBlock } from '../../core/tab.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import { askedByText, historyText, named, readBy, stateOf, stateTones } from './labels.ts';
import { asksFor, type Context, isEnded, type Request, revisionOf } from './model.ts';
import { seenBy } from './parts.ts';
import { filesFor, isKeeper, mayAddFiles, requestSeenAs } from './policy.ts';
import { hasJoined, thingOf } from './reports/joining.ts';
import { firstDue } from './reports/priority.ts';
import { stepOf } from './route.ts';
import type { Requests } from './type.ts';
import { decisionWords } from './views/prompts.ts';
import { stepViews } from './views/steps.ts';

export type TabDesk = {
  readonly requests: Requests;
  readonly directory: RoleDirectory;
  /** Absent where no files are kept. */
  readonly fileLimits?: FileLimits | undefined;
};

/** Requests as a page: one's own, what waits, those of one's office, all for 10.50; each with its way so far. */
export const requestsTab = ({ requests, directory, fileLimits }: TabDesk): TabPart => ({
  tab: 'requests',
  async show(visit): Promise<readonly Block[]> {
    const { language, at } = visit;
    const t = wordsIn(language);
    const viewer = partyOf(visit.actor, directory);
    const keeps = isKeeper(viewer.id, requests.contextAt(at));
    const rows = await caseRows(requests, viewer, visit, listingIn(language));
    return [
      {
        kind: 'cases',
        id: 'requests',
        title: t('Anträge und ihr Stand', 'Requests and where they stand'),
        groups: [
          { id: 'waiting', title: t('Wartet auf mich', 'Waiting for me') },
          { id: 'mine', title: t('Meine', 'Mine') },
          ...(viewer.unit ? [{ id: 'office', title: directory.unitLabel(viewer.unit, language) }] : []),
          {
            id: 'all',
            title: keeps
              ? t('Alle', 'All')
              : t('Alle, an denen ich beteiligt bin', 'All that I take part in'),
          },
        ],
        rows: rows.toSorted(
          (a, b) =>
            Number(a.isOver) - Number(b.isOver) ||
            (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
            b.changedAt.localeCompare(a.changedAt),
        ),
        empty: t('Hier liegt zurzeit kein Antrag.', 'There is no request here at present.'),
        file: t('Antraege.csv', 'requests.csv'),
        begin: [{ title: t('Neuer Antrag', 'New request'), ask: { text: t('Antrag', 'Request') } }],
      },
    ];
  },
  async detail(visit, id) {
    const viewer = partyOf(visit.actor, directory);
    const found = await visitedCase(requests, viewer, visit, id);
    if (!found || requestSeenAs(found.doc, viewer.id, found.context) !== 'case') return [];
    const { doc, context } = found;
    const t = wordsIn(visit.language);
    return [
      ...(fileLimits
        ? [
            filesBlock(
              { id, files: filesFor(doc, viewer.id, context) },
              visit.language,
              fileLimits,
              mayAddFiles(doc, viewer, context),
            ),
          ]
        : []),
      {
        kind: 'timeline',
        title: t('Verlauf und was noch kommt', 'History, and what is ahead'),
        entries: [
          ...doc.history.flatMap((entry) => {
            const read = readBy(entry, doc, viewer.id, visit.language);
            return read ? historyEntry(read, named(doc, context), visit.language) : [];
          }),
          ...aheadOf(doc, context, visit.language),
        ],
      },
    ];
  },
});

const listingIn = (language: Language): Listing<Request, Context> => ({
  oneClick: ['approve', 'take'],
  seenBy: (request, viewer, context) => seenBy(request, viewer.id, context),
  drawnFor: (request) => ({ revision: revisionOf(request) }),
  called(request, kind) {
    const step = stepOf(request, request.open?.step);
    if (kind === 'approve') return decisionWords(step?.duty, undefined, language).yes;
    const part = step?.name?.[language];
    return part && kind === 'take' ? wordsIn(language)(`${part} übernehmen`, `Take over ${part}`) : undefined;
  },
  row(request, viewer, context) {
    const { directory, types } = context;
    const isOver = isEnded(request);
    const type = types.find(({ id }) => id === request.type);
    const shown = {
      state: stateOf(request)[language],
      tone: stateTones[request.state],
      isOver,
    };
    if (requestSeenAs(request, viewer.id, context) !== 'case')
      return hasJoined(request, viewer.id)
        ? {
            ...shown,
            title: thingOf(request, type, directory, language),
            groups: ['mine', 'all'],
            facts: [wordsIn(language)('betrifft mich auch', 'affects me, too')],
            due: undefined,
          }
        : undefined;
    return {
      ...shown,
      title: request.title,
      groups: groupsOf(request, viewer),
      facts: [
        ...(request.priority && !isOver ? [request.priority.name[language]] : []),
        type?.name[language] ?? request.type,
        directory.unitLabel(request.unit, language),
        askedByText(request, language),
      ],
      due: isOver ? undefined : (request.question?.dueDay ?? (firstDue(request) || undefined)),
    };
  },
});

const groupsOf = (request: Request, viewer: Party): readonly string[] => [
  ...(request.waitsFor.includes(viewer.id) ? ['waiting'] : []),
  ...(asksFor(request, viewer.id) ? ['mine'] : []),
  ...(request.unit === viewer.unit ? ['office'] : []),
  'all',
];

/** Where it waits now, and the steps that lie ahead with their reasons. */
const aheadOf = (request: Request, context: Context, language: Language): TimelineBlock['entries'] =>
  stepViews(request, language, context).flatMap(({ title, text, current, mark }) =>
    current || mark === '○'
      ? [{ title, text, tone: current ? 'accent' : 'plain', at: current ? 'now' : 'ahead' }]
      : [],
  );

function historyEntry(
  entry: HistoryEntry,
  of: ReturnType<typeof named>,
  language: Language,
): TimelineBlock['entries'] {
  const title = historyText(entry, language, [], of);
  if (title === undefined) return [];
  return [{ title, when: momentIn(language, entry.at), tone: 'plain', at: 'past' }];
}
