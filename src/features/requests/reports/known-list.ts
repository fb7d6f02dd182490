import { command } from '../../../core/command.ts';
import type { Intent } from '../../../core/feature.ts';
import { partyOf } from '../../../core/party.ts';
import type { Reply } from '../../../core/reply.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { sinceAndState } from '../form/known.ts';
import type { Request } from '../model.ts';
import type { Requests } from '../type.ts';
import type { RequestType } from '../types/model.ts';
import { concernedBy, hasJoined, isJoinable, isOfUnitOnly, joinKeysOf, thingOf } from './joining.ts';

/*
 * "Gibt es gerade Störungen?" Whoever asks sees what they could join: the thing, since when, how far it is. What concerns one
 * office only is shown to that office.
 */

/** What people type to see which incidents are known. */
export const knownIntent = (requests: Requests): Intent => ({
  id: 'requests.known',
  inMenu: false,
  title: { de: 'Welche Störungen bekannt sind', en: 'Which incidents are known' },
  examples: { de: ['Bekannte Störungen'], en: ['Known incidents'] },
  match: command(
    'bekannte störungen',
    'bekannte stoerungen',
    'aktuelle störungen',
    'aktuelle stoerungen',
    'known incidents',
    'known outages',
    'current incidents',
    'current outages',
  ),
  handle: (turn) => knownReply(requests, turn),
});

/** Card `requests/known`. */
export type KnownListView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly empty?: string | undefined;
  readonly items: readonly {
    readonly id: string;
    readonly thing: string;
    readonly text: string;
    readonly join: boolean;
  }[];
  /** The type of request in which another one is reported, and its name: "Störung melden". */
  readonly type: string;
  readonly start: string;
};

const most = 15;

async function knownReply(requests: Requests, turn: Turn): Promise<Reply> {
  const { language } = turn;
  const t = wordsIn(language);
  const context = requests.contextAt(turn.at);
  const { id: asker, unit } = partyOf(turn.actor, context.directory);
  const types = context.types.filter(({ joins }) => joins !== undefined);
  const first = types[0] ?? context.types[0];
  const lists = types.map(async (type) =>
    (await requests.collection.list({ where: { type: type.id } })).flatMap((request) => {
      const keys = isJoinable(request) ? joinKeysOf(type, request) : [];
      const isTheirs = request.unit === unit || !isOfUnitOnly(type, request);
      return keys[0] !== undefined && isTheirs ? [{ request, type, key: keys[0] }] : [];
    }),
  );
  const byThing = Map.groupBy((await Promise.all(lists)).flat(), ({ key }) => key);
  const known = [...byThing.values()]
    .map((same) => same.toSorted((a, b) => a.request.createdAt.localeCompare(b.request.createdAt)))
    .toSorted(
      (a, b) => startOf(b).localeCompare(startOf(a)) || (a[0]?.key ?? '').localeCompare(b[0]?.key ?? ''),
    );
  const line = (same: readonly Known[]) => {
    const { request, type } = theirs(same, asker) ?? (same[0] as Known);
    const isIn = hasJoined(request, asker) || request.requester.id === asker;
    const people = new Set(same.flatMap((one) => concernedBy(one.request))).size;
    return {
      id: request.id,
      thing: thingOf(request, type, context.directory, language),
      text: [
        sinceAndState(startOf(same), request, language),
        ...(people > 1 ? [t(`${people}\u00a0Personen betroffen`, `${people}\u00a0people affected`)] : []),
        ...(isIn ? [t('Sie sind dabei', 'you are in')] : []),
      ].join(' · '),
      join: !isIn,
    };
  };
  const left = known.length - most;
  const view: KnownListView = {
    roles: [],
    title: t('Bekannte Störungen', 'Known incidents'),
    empty:
      known.length > 0
        ? undefined
        : t(
            'Für Ihr Amt und für die ganze Stadt ist zurzeit keine gemeldet. Geht bei Ihnen etwas nicht, melden Sie es bitte.',
            'None is reported at present, neither for your office nor for the whole city. If something does not work for you, please report it.',
          ),
    items: [
      ...known.slice(0, most).map(line),
      ...(left > 0
        ? [
            {
              id: '',
              thing: t(`${left} weitere`, `${left} more`),
              text: t(
                'Wenn Sie Ihre melden, sehen Sie, ob sie dabei ist.',
                'When you report yours you see whether it is among them.',
              ),
              join: false,
            },
          ]
        : []),
    ],
    type: first?.id ?? '',
    start: first?.name[language] ?? '',
  };
  return { card: 'requests/known', data: view, summary: `${view.title}: ${known.length}`, language };
}

type Known = { readonly request: Request; readonly type: RequestType };

const startOf = (same: readonly Known[]): string => same[0]?.request.createdAt ?? '';

/** The one of several of the same thing that somebody reported or joined. */
const theirs = (same: readonly Known[], asker: string): Known | undefined =>
  same.find(({ request }) => concernedBy(request).includes(asker));
