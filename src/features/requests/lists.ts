import { command } from '../../core/command.ts';
import type { Intent, Waiting } from '../../core/feature.ts';
import type { Reply } from '../../core/reply.ts';
import type { Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { waits } from '../../core/waiting.ts';
import { stateOf } from './labels.ts';
import { isEnded, type Request } from './model.ts';
import type { Requests } from './type.ts';
import { stepViews } from './views/steps.ts';

/** What people type to see their requests, and those that wait for them. */
export const listIntents = (requests: Requests): readonly Intent[] => [
  {
    id: 'requests.mine',
    title: { de: 'Ihre Anträge und ihr Stand', en: 'Your requests and where they stand' },
    examples: { de: ['Meine Anträge'], en: ['My requests'] },
    match: command('meine anträge', 'meine antraege', 'my requests', 'mein antrag', 'my request'),
    handle: (turn) => listReply(requests, turn, 'mine'),
  },
  {
    id: 'requests.waiting',
    title: { de: 'Was auf Ihre Entscheidung wartet', en: 'Waiting for your decision' },
    examples: { de: ['Meine Entscheidungen'], en: ['My decisions'] },
    match: command(
      'meine entscheidungen',
      'meine aufgaben',
      'my decisions',
      'my tasks',
      'was wartet auf mich',
    ),
    handle: (turn) => listReply(requests, turn, 'waiting'),
  },
];

/** Card `requests/list`. */
export type ListView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly empty?: string | undefined;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
  }[];
  readonly more?: string | undefined;
};

type ListKind = 'mine' | 'waiting';

/** What waits for the decision of the person. */
export async function waitingRequests(requests: Requests, turn: Turn): Promise<readonly Waiting[]> {
  const { length } = await requests.collection.list({
    contains: { waitsFor: requests.viewerOf(turn).id },
  });
  return waits(
    length,
    { de: '1 Antrag wartet auf Sie', en: '1 request waits for you' },
    (count) => ({ de: `${count} Anträge warten auf Sie`, en: `${count} requests wait for you` }),
    { de: 'Meine Entscheidungen', en: 'My decisions' },
  );
}

const most = 10;

/** The requests of the person who asks, or those that wait for them; what is open first, then the newest. */
async function listReply(requests: Requests, turn: Turn, kind: ListKind): Promise<Reply> {
  const { language } = turn;
  const viewer = requests.viewerOf(turn);
  const { list } = requests.collection;
  const found =
    kind === 'mine'
      ? [...(await list({ where: { requestedBy: viewer.id } }))].sort(byUrgency(kind))
      : [
          ...[...(await list({ contains: { waitsFor: viewer.id } }))].sort(byUrgency(kind)),
          ...[...(await list({ contains: { comesBackTo: viewer.id } }))].sort(byUrgency(kind)),
        ];
  const left = found.length - most;
  const view: ListView = {
    roles: [],
    title: titles[kind][language],
    empty: found.length === 0 ? nothing[kind][language] : undefined,
    items: found.slice(0, most).map((request) => ({
      id: request.id,
      title: `${request.id} · ${request.title}`,
      text: lineOf(request, turn, requests, kind, viewer.id),
    })),
    more: left > 0 ? furtherOnes(left)[language] : undefined,
  };
  const summary = `${view.title}: ${found.length}`;
  return { card: 'requests/list', data: view, summary, language };
}

const byUrgency = (kind: ListKind) => (a: Request, b: Request) =>
  Number(isEnded(a)) - Number(isEnded(b)) ||
  (kind === 'waiting'
    ? (a.open?.dueDay ?? '').localeCompare(b.open?.dueDay ?? '')
    : b.createdAt.localeCompare(a.createdAt)) ||
  a.id.localeCompare(b.id);

function lineOf(
  request: Request,
  turn: Turn,
  { contextAt }: Requests,
  kind: ListKind,
  viewer: string,
): string {
  const { language } = turn;
  const state = stateOf(request)[language];
  const now = stepViews(request, language, contextAt(turn.at)).find(({ current }) => current);
  const comesBack =
    kind === 'waiting' && !request.waitsFor.includes(viewer) ? `${comesBackText[language]} · ` : '';
  return `${comesBack}${now ? `${state} · ${now.title}, ${now.text}` : state}`;
}

const comesBackText: Text = {
  de: 'Geändert: kommt noch einmal zu Ihnen',
  en: 'Changed: comes to you once more',
};

const titles: Readonly<Record<ListKind, Text>> = {
  mine: { de: 'Ihre Anträge', en: 'Your requests' },
  waiting: { de: 'Das wartet auf Sie', en: 'Waiting for you' },
};
const nothing: Readonly<Record<ListKind, Text>> = {
  mine: {
    de: 'Sie haben noch keinen Antrag gestellt. „Antrag“ zeigt, was Sie beantragen können.',
    en: 'You have not made a request yet. “Request” shows what you can apply for.',
  },
  waiting: { de: 'Zurzeit wartet nichts auf Sie.', en: 'Nothing is waiting for you.' },
};
const furtherOnes = (count: number): Text => ({
  de: `${count} weitere. Einen bestimmten Antrag zeigt seine Nummer.`,
  en: `${count} more. Type the number of a request to see it.`,
});
