import { z } from 'zod';
import { namedCases } from '../../core/case-number.ts';
import type { Action, Intent } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';
import { inPlace, type Reply } from '../../core/reply.ts';
import { shortened, type Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { withRefusal } from '../../core/with-refusal.ts';
import { pickOf } from './choosable.ts';
import { listReply } from './lists.ts';
import type { Request } from './model.ts';
import type { Requests } from './type.ts';

/*
 * Several approvals at once. Each is its own decision, for what stands beside its tick: the card carries for which
 * revision it was drawn, and what has changed since is not decided but shown.
 */

/** One that was chosen; typed ones carry no revision and mean what is there now. */
type Chosen = { readonly id: string; readonly revision?: number };

const Drawn = z.object({ drawn: z.array(z.string().max(80)).max(50).catch([]) });

/** Which ticks were set, of those that the card had. */
function chosenIn(data: Readonly<Record<string, unknown>>): readonly Chosen[] {
  return Drawn.parse(data).drawn.flatMap((one) => {
    const [id = '', revision = ''] = one.split(' ');
    const isTicked = String(data[pickOf(id)]) === 'true';
    return isTicked && /^\d+$/.test(revision) ? [{ id, revision: Number(revision) }] : [];
  });
}

/** Decides each by itself; says of each what became of it, and shows what is left. */
async function approveEach(requests: Requests, turn: Turn, chosen: readonly Chosen[]): Promise<Reply> {
  const said: string[] = [];
  for (const one of chosen) said.push(await approved(requests, turn, one));
  const remarks = said.length > 0 ? said : [nothingChosen[turn.language]];
  return listReply(requests, turn, 'waiting', { remarks });
}

async function approved(requests: Requests, turn: Turn, { id, revision }: Chosen): Promise<string> {
  const { language, at } = turn;
  const by = { ...requests.viewerOf(turn), via: 'teams' as const };
  const data = revision === undefined ? {} : { revision };
  try {
    const { doc, isChanged } = await requests.act(by, id, 'approve', data, at);
    const name = `${id} ${shortened(doc.title, 40)}`;
    if (isChanged) return `✓ ${name}: ${done(doc, by.id)[language]}`;
    const why = requests.type.unchanged?.(doc, 'approve', data) ?? isDoneAlready;
    return `⚠ ${name}: ${why[language]} ${undecided[language]}`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `⚠ ${id}: ${error.text[language]}`;
  }
}

/** What the last entry of this person says. */
function done({ history }: Request, by: string): Text {
  const entry = history.findLast((one) => one.by === by);
  return entry?.act === 'recommended'
    ? { de: 'Sie haben befürwortet.', en: 'You have recommended it.' }
    : { de: 'Sie haben zugestimmt.', en: 'You have agreed.' };
}

const isDoneAlready: Text = { de: 'Hier hatten Sie schon entschieden.', en: 'You had decided here already.' };
const undecided: Text = { de: 'Es wurde nichts entschieden.', en: 'Nothing was decided.' };
const nothingChosen: Text = {
  de: '⚠ Bitte kreuzen Sie mindestens einen Antrag an.',
  en: '⚠ Please tick at least one request.',
};

export const togetherActions = (requests: Requests): readonly Action[] => [
  {
    verb: 'requests.approve-several',
    handle: async (turn) => inPlace(await approveEach(requests, turn, chosenIn(turn.data))),
  },
];

const verbs = '(?:zustimmen|befürworten|genehmigen|approve|agree)';
const first = new RegExp(`^(?:bitte |please )?${verbs}\\s*:?\\s+(?<list>.+?)[.!?\\s]*$`, 'iu');
const last = new RegExp(`^(?:bitte |please )?(?<list>.+?)\\s*:?\\s+${verbs}[.!?\\s]*$`, 'iu');

/**
 * The numbers of "IT-2026-3, IT-2026-4 zustimmen"; `undefined` unless it names several and nothing else. Claimed with a
 * question mark, too: the router answers that it was one.
 */
export function severalIn(text: string): readonly string[] | undefined {
  const plain = text.normalize('NFC').trim();
  const list = (last.exec(plain) ?? first.exec(plain))?.groups?.list;
  const parts = list?.split(/\s*(?:[,;+&]|(?<=\s)(?:und|and)(?=\s))\s*/iu).filter(Boolean) ?? [];
  const ids = parts.flatMap((part) => {
    const [named, ...more] = namedCases(part);
    const isAlone = named?.letter === 'IT' && more.length === 0 && `${named.before}${named.behind}` === '';
    return isAlone ? [named.id] : [];
  });
  return ids.length > 1 && ids.length === parts.length && ids.length <= mostTyped
    ? [...new Set(ids)]
    : undefined;
}

const mostTyped = 20;

export const togetherIntents = (requests: Requests): readonly Intent[] => [
  {
    id: 'requests.approve-several',
    inMenu: false,
    title: { de: 'Mehreren Anträgen zustimmen', en: 'Approve several requests' },
    examples: {
      de: ['IT-2026-0042, IT-2026-0043 zustimmen'],
      en: ['approve IT-2026-42, IT-2026-43'],
    },
    acts: true,
    match: (text) => severalIn(text) !== undefined,
    handle: (turn) =>
      withRefusal(turn, () =>
        approveEach(
          requests,
          turn,
          (severalIn(turn.text) ?? []).map((id) => ({ id })),
        ),
      ),
  },
];
