import { today } from '../../case/world.ts';
import { command } from '../../core/command.ts';
import { dayIn } from '../../core/day.ts';
import type { Intent, Waiting } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import { type Language, shortened, type Text, wordsIn } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { waits } from '../../core/waiting.ts';
import { withRefusal } from '../../core/with-refusal.ts';
import { choosable } from './choosable.ts';
import { stateOf } from './labels.ts';
import { type Context, isEnded, type Request } from './model.ts';
import { narrowed } from './narrowing.ts';
import { seenBy } from './parts.ts';
import { isAuditor, isKeeper, requestSeenAs } from './policy.ts';
import { hasJoined, thingOf } from './reports/joining.ts';
import { byPriority } from './reports/priority.ts';
import { splitFinder } from './splitting.ts';
import type { Requests } from './type.ts';
import { nowOf, stepViews } from './views/steps.ts';

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
  {
    id: 'requests.find',
    inMenu: false,
    title: { de: 'Unter Ihren Anträgen suchen', en: 'Search your requests' },
    examples: {
      de: ['Meine Anträge: Notebook', 'Meine Anträge offen'],
      en: ['My requests: laptop', 'My requests open'],
    },
    match: (text) => narrowing(text, 'mine') !== undefined,
    handle: (turn) => listReply(requests, turn, 'mine', { words: narrowing(turn.text, 'mine') }),
  },
  {
    id: 'requests.overview',
    inMenu: false,
    title: {
      de: 'Übersicht aller Anträge (10.50, IT-Beauftragte, Rechnungsprüfung)',
      en: 'Overview of all requests (10.50, IT officers, audit office)',
    },
    examples: {
      de: ['Alle Anträge', 'Alle Anträge überfällig', 'Alle Anträge Amt 61'],
      en: ['All requests', 'All requests overdue', 'All requests Office 61'],
    },
    usefulTo: (turn) => oversees(requests, turn) !== undefined,
    match: (text) => narrowing(text, 'all') !== undefined,
    handle: (turn) =>
      withRefusal(turn, async () => listReply(requests, turn, 'all', { words: narrowing(turn.text, 'all') })),
  },
];

const begins: Readonly<Record<'mine' | 'all', RegExp>> = {
  mine: /^(?:bitte )?(?:meine (?:anträge|antraege)|my requests)\s*(?:[:,]\s*|\s+)(?<words>[^?]{2,60}?)[.!?\s]*$/iu,
  all: /^(?:bitte )?(?:alle (?:anträge|antraege)|all requests)(?:\s*(?:[:,]\s*|\s+)(?<words>[^?]{2,60}?))?[.!?\s]*$/iu,
};

/** What narrows the list that is asked for; `undefined` when it is not asked for. */
function narrowing(text: string, kind: 'mine' | 'all'): string | undefined {
  const found = begins[kind].exec(text.normalize('NFC').trim());
  return found ? (found.groups?.words ?? '') : undefined;
}

/** Whose requests a person oversees: those of everybody, or of the offices whose IT officer they are. */
function oversees(requests: Requests, turn: Turn): ((request: Request) => boolean) | undefined {
  const context = requests.contextAt(turn.at);
  const { id } = requests.viewerOf(turn);
  if (isKeeper(id, context) || isAuditor(id, context)) return () => true;
  const looksAfter = (unit: string) =>
    context.directory.holdsRole(id, 'it-beauftragte', { unit }, today(context));
  // Of their own office, and of what became part of it, they see what they have to do with, as ever.
  return context.directory.units().some((unit) => looksAfter(unit.id))
    ? (request) => looksAfter(request.unit) && requestSeenAs(request, id, context) === 'case'
    : undefined;
}

const onlyOverseers = () =>
  new Refusal('only-overseers', {
    de: 'Die Übersicht sehen 10.50, die Rechnungsprüfung und, für ihr Amt, die IT-Beauftragten. Ihre eigenen Anträge zeigt „Meine Anträge“.',
    en: 'The overview is for 10.50, the audit office and, for their office, the IT officers. “My requests” shows your own.',
  });

/** Card `requests/list`. */
export type ListView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly empty?: string | undefined;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    /** What it is about, for those that can be approved together. */
    readonly lines: readonly string[];
  }[];
  /** What became of those that were decided together. */
  readonly remarks: readonly string[];
  /** Those that can be approved together, and for which revision each was drawn. */
  readonly choices: readonly { readonly pick: string; readonly label: string; readonly yes: string }[];
  readonly drawn: readonly string[];
  readonly more?: string | undefined;
};

type ListKind = 'mine' | 'waiting' | 'all';

/** What waits for the decision of the person. */
export async function waitingRequests(requests: Requests, turn: Turn): Promise<readonly Waiting[]> {
  const { length } = await requests.collection.list({
    contains: { waitsFor: requests.viewerOf(turn).id },
  });
  return waits(
    length,
    { de: '1 Vorgang wartet auf Sie', en: '1 case is waiting for you' },
    (count) => ({ de: `${count} Vorgänge warten auf Sie`, en: `${count} cases wait for you` }),
    { de: 'Meine Entscheidungen', en: 'My decisions' },
  );
}

const most = 10;

/**
 * The requests of the person who asks, those that wait for them, or those that they oversee; what is open first.
 * @param words narrow it down
 */
export async function listReply(
  requests: Requests,
  turn: Turn,
  kind: ListKind,
  {
    words = '',
    remarks = [],
  }: { readonly words?: string | undefined; readonly remarks?: readonly string[] } = {},
): Promise<Reply> {
  const { language } = turn;
  const viewer = requests.viewerOf(turn);
  const context = requests.contextAt(turn.at);
  const found = narrowed(await listed(requests, turn, kind), words, context, (request) =>
    titleFor(request, viewer.id, context, language),
  );
  const left = found.length - most;
  const shown = found.slice(0, most);
  const findSplit = splitFinder(requests.collection);
  const choices =
    kind === 'waiting'
      ? await Promise.all(shown.map((request) => choosable(requests, request, viewer, turn.at, findSplit)))
      : [];
  const drawn = choices.flatMap((choice) => choice.drawn ?? []);
  const view: ListView = {
    roles: [],
    title: `${titles[kind][language]}${words ? `: ${shortened(words, 40)}` : ''}${kind === 'all' ? ` (${found.length})` : ''}`,
    empty: found.length > 0 ? undefined : (words ? nothingLike : nothing[kind])[language],
    items: shown.map((request, at) => ({
      id: request.id,
      title: `${request.id} · ${titleFor(request, viewer.id, context, language)}`,
      text: lineOf(request, turn, requests, kind, viewer.id),
      lines: choices[at]?.lines ?? [],
    })),
    remarks,
    choices: choices.flatMap(({ tick }, at) =>
      tick ? [{ ...tick, label: `${shown[at]?.id} · ${shortened(shown[at]?.title ?? '', 50)}` }] : [],
    ),
    drawn,
    more: left > 0 ? furtherOnes(left)[language] : undefined,
  };
  const summary = `${view.title}: ${found.length}`;
  return { card: 'requests/list', data: view, summary, language };
}

async function listed(requests: Requests, turn: Turn, kind: ListKind): Promise<readonly Request[]> {
  const { id } = requests.viewerOf(turn);
  const { list } = requests.collection;
  const sorted = (all: readonly Request[]) => [...all].sort(byUrgency(kind));
  if (kind === 'mine')
    return sorted([
      ...(await list({ where: { requestedBy: id } })),
      ...(await list({ where: { requestedFor: id } })),
      ...(await list({ contains: { joinedBy: id } })),
    ]);
  if (kind === 'all') {
    const isTheirs = oversees(requests, turn);
    if (!isTheirs) throw onlyOverseers();
    return sorted((await list()).filter(isTheirs));
  }
  return [
    ...sorted(await list({ contains: { waitsFor: id } })),
    ...sorted(await list({ contains: { comesBackTo: id } })),
  ];
}

const byUrgency = (kind: ListKind) => (a: Request, b: Request) =>
  Number(isEnded(a)) - Number(isEnded(b)) ||
  (kind !== 'mine' ? byPriority(a, b) : b.createdAt.localeCompare(a.createdAt)) ||
  (a.id < b.id ? -1 : 1);

function lineOf(
  request: Request,
  turn: Turn,
  { contextAt }: Requests,
  kind: ListKind,
  viewer: string,
): string {
  const { language } = turn;
  const context = contextAt(turn.at);
  const seen = kind === 'waiting' ? seenBy(request, viewer, context) : request;
  const state = stateOf(seen)[language];
  const urgency = request.priority && !isEnded(request) ? `${request.priority.name[language]} · ` : '';
  if (isOnlyJoined(request, viewer)) return `${joinedText[language]} · ${state}`;
  const steps = stepViews(seen, language, context);
  // In the list of what waits for them their own part stands, elsewhere how many there are.
  const own =
    kind === 'waiting' ? steps.find(({ id, current }) => current && id === seen.open?.step) : undefined;
  const now = own ? `${own.title}, ${own.text}` : nowOf(steps, seen, language)?.replace(': ', ', ');
  if (own && isToDecide(seen, viewer))
    return `${urgency}${own.title} · ${whoseAndWhen(seen, context, language)}`;
  const comesBack =
    kind === 'waiting' && !request.waitsFor.includes(viewer) ? `${comesBackText[language]} · ` : '';
  const days = Math.floor((Date.parse(turn.at) - Date.parse(request.createdAt)) / 86_400_000);
  const since =
    kind === 'all'
      ? ` · ${context.directory.unitLabel(request.unit, language)}, ${wordsIn(language)(`${days} Tage alt`, `${days} days old`)}`
      : '';
  const other =
    request.colleague === undefined || kind !== 'mine'
      ? ''
      : ` · ${
          request.colleague.id === viewer
            ? wordsIn(language)(
                `für Sie gestellt von ${request.requester.name}`,
                `made for you by ${request.requester.name}`,
              )
            : wordsIn(language)(`für ${request.colleague.name}`, `for ${request.colleague.name}`)
        }`;
  return `${comesBack}${kind === 'mine' ? '' : urgency}${now && !isEnded(request) ? `${state} · ${now}` : state}${since}${other}`;
}

/** Whoever decides knows that it waits for them: what counts is whose it is, and until when. */
const isToDecide = ({ state, waitsFor, open }: Request, viewer: string): boolean =>
  state === 'in-approval' && waitsFor.includes(viewer) && open?.votes.length === 0 && !open.restsUntil;

function whoseAndWhen({ unit, open }: Request, { directory }: Context, language: Language): string {
  const due = dayIn(language, open?.dueDay ?? '');
  return `${directory.unitLabel(unit, language)} · ${wordsIn(language)(`Frist ${due}`, `due ${due}`)}`;
}

/** Somebody whom it concerns, too, is shown nothing of what the first one wrote. */
const isOnlyJoined = (request: Request, viewer: string): boolean =>
  hasJoined(request, viewer) && request.requestedBy !== viewer && !request.waitsFor.includes(viewer);

const titleFor = (request: Request, viewer: string, context: Context, language: Language): string =>
  isOnlyJoined(request, viewer)
    ? thingOf(
        request,
        context.types.find(({ id }) => id === request.type),
        context.directory,
        language,
      )
    : request.title;

const joinedText: Text = { de: 'Betrifft Sie auch', en: 'Affects you, too' };

const comesBackText: Text = {
  de: 'Geändert: kommt noch einmal zu Ihnen',
  en: 'Changed: comes to you once more',
};

const titles: Readonly<Record<ListKind, Text>> = {
  mine: { de: 'Ihre Anträge und Meldungen', en: 'Your requests and reports' },
  waiting: { de: 'Das wartet auf Sie', en: 'Waiting for you' },
  all: { de: 'Alle Anträge', en: 'All requests' },
};
const nothing: Readonly<Record<ListKind, Text>> = {
  mine: {
    de: 'Sie haben noch keinen Antrag gestellt. „Antrag“ zeigt, was Sie beantragen können.',
    en: 'You have not made a request yet. “Request” shows what you can apply for.',
  },
  waiting: { de: 'Zurzeit wartet nichts auf Sie.', en: 'Nothing is waiting for you.' },
  all: { de: 'Es gibt noch keinen Antrag.', en: 'There is no request yet.' },
};
const nothingLike: Text = {
  de: 'Dazu finde ich keinen. Sie können nach Stand (offen, überfällig, erledigt), Amt, Antragsart und Wörtern des Titels suchen.',
  en: 'I find none for that. You can search by state (open, overdue, done), office, type and words of the title.',
};
const furtherOnes = (count: number): Text => ({
  de: `${count} weitere. Ein Wort dahinter sucht („Meine Anträge: Notebook“), die Nummer zeigt einen bestimmten.`,
  en: `${count} more. A word behind it searches (“My requests: laptop”), a number shows that request.`,
});
