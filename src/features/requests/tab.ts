import { caseRows, type Listing, visitedCase } from '../../case/case-rows.ts';
import { momentIn } from '../../core/day.ts';
import type { HistoryEntry } from '../../core/history.ts';
import { type Party, partyOf } from '../../core/party.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Block, TabPart, TimelineBlock } from '../../core/tab.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import { askedByText, historyText, stateTones, stateWords } from './labels.ts';
import { asksFor, type Context, isEnded, type Request, revisionOf } from './model.ts';
import { isKeeper } from './policy.ts';
import { stepOf } from './route.ts';
import type { Requests } from './type.ts';
import { decisionWords } from './views/prompts.ts';
import { stepViews } from './views/steps.ts';

export type TabDesk = { readonly requests: Requests; readonly directory: RoleDirectory };

/** Requests as a page: one's own, what waits, those of one's office, all for 10.50; each with its way so far. */
export const requestsTab = ({ requests, directory }: TabDesk): TabPart => ({
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
    if (!found) return [];
    const { doc, context } = found;
    const t = wordsIn(visit.language);
    return [
      {
        kind: 'timeline',
        title: t('Verlauf und was noch kommt', 'History, and what is ahead'),
        entries: [
          ...doc.history.flatMap((entry) => historyEntry(entry, visit.language)),
          ...aheadOf(doc, context, visit.language),
        ],
      },
    ];
  },
});

const listingIn = (language: Language): Listing<Request, Context> => ({
  oneClick: ['approve', 'take'],
  drawnFor: (request) => ({ revision: revisionOf(request) }),
  called: (request, kind) =>
    kind === 'approve'
      ? decisionWords(stepOf(request, request.open?.step)?.duty, false, language).yes
      : undefined,
  row(request, viewer, { directory, types }) {
    const isOver = isEnded(request);
    return {
      title: request.title,
      state: stateWords[request.state][language],
      tone: stateTones[request.state],
      isOver,
      groups: groupsOf(request, viewer),
      facts: [
        types.find(({ id }) => id === request.type)?.name[language] ?? request.type,
        directory.unitLabel(request.unit, language),
        askedByText(request, language),
      ],
      due: isOver ? undefined : (request.question?.dueDay ?? request.open?.dueDay),
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

function historyEntry(entry: HistoryEntry, language: Language): TimelineBlock['entries'] {
  const title = historyText(entry, language);
  if (title === undefined) return [];
  return [{ title, when: momentIn(language, entry.at), tone: 'plain', at: 'past' }];
}
