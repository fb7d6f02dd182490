import type { Reply } from '../../../core/reply.ts';
import type { Text } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { contextAt, type Desk, viewerOf } from '../desk.ts';
import { ends, type Request } from '../request.ts';
import { stepViews } from '../view/steps.ts';
import { stateWords } from '../view/words.ts';

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

export type ListKind = 'mine' | 'waiting';

const most = 10;

/** The requests of the person who asks, or those that wait for them; what is open first, then the newest. */
export async function listReply(desk: Desk, turn: Turn, kind: ListKind): Promise<Reply> {
  const { language } = turn;
  const viewer = viewerOf(turn, desk);
  const query =
    kind === 'mine' ? { where: { requestedBy: viewer.id } } : { contains: { waitsFor: viewer.id } };
  const found = [...(await desk.requests.list(query))].sort(byUrgency(kind));
  const left = found.length - most;
  const view: ListView = {
    roles: [],
    title: titles[kind][language],
    empty: found.length === 0 ? nothing[kind][language] : undefined,
    items: found.slice(0, most).map((request) => ({
      id: request.id,
      title: `${request.id} · ${request.title}`,
      text: lineOf(request, turn, desk),
    })),
    more: left > 0 ? furtherOnes(left)[language] : undefined,
  };
  const summary = `${view.title}: ${found.length}`;
  return { card: 'requests/list', data: view, summary, language };
}

const byUrgency = (kind: ListKind) => (a: Request, b: Request) =>
  Number(ends.includes(a.state)) - Number(ends.includes(b.state)) ||
  (kind === 'waiting'
    ? (a.open?.dueDay ?? '').localeCompare(b.open?.dueDay ?? '')
    : b.createdAt.localeCompare(a.createdAt)) ||
  a.id.localeCompare(b.id);

function lineOf(request: Request, turn: Turn, desk: Desk): string {
  const { language } = turn;
  const state = stateWords[request.state][language];
  const now = stepViews(request, language, contextAt(desk, turn.at)).find(({ current }) => current);
  return now ? `${state} · ${now.title}, ${now.text}` : state;
}

const titles: Readonly<Record<ListKind, Text>> = {
  mine: { de: 'Ihre Anträge', en: 'Your requests' },
  waiting: { de: 'Das wartet auf Sie', en: 'Waiting for you' },
};
const nothing: Readonly<Record<ListKind, Text>> = {
  mine: {
    de: 'Sie haben noch keinen Antrag gestellt. „Antrag“ zeigt, was Sie beantragen können.',
    en: 'You have not made a request yet. “Request” shows what you can apply for.',
  },
  waiting: { de: 'Zurzeit wartet nichts auf Sie.', en: 'Nothing waits for you at present.' },
};
const furtherOnes = (count: number): Text => ({
  de: `${count} weitere. Einen bestimmten Antrag zeigt seine Nummer.`,
  en: `${count} more. Type the number of a request to see it.`,
});
