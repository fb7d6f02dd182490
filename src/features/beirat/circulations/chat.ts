import { z } from 'zod';
import { command } from '../../../core/command.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { inPlace } from '../../../core/reply.ts';
import type { ActionTurn, TextTurn, Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { contextAt, viewerOf } from '../board/desk.ts';
import { number, text } from '../meetings/acts/input.ts';
import type { CirculationAct } from './act.ts';
import { readCirculationCommand } from './commands.ts';
import { actOnCirculation, type CirculationDesk, circulationCard, visibleCirculation } from './desk.ts';
import { newCirculation, openCirculationForm, saveCirculation } from './form.ts';
import { circulationsReply } from './list-view.ts';
import { readNumber } from './read-number.ts';
import { onlyTheWord } from './refusals.ts';

const starting =
  /^\s*(?:neuer\s+)?(?:umlaufbeschluss|circular resolution)(?:[\s?!.]*$|[\s:]+(?<title>[^:?]{2,120}):\s*(?<wording>\S.*)$)/is;

export const circulationIntents = (desk: CirculationDesk): readonly Intent[] => [
  {
    id: 'beirat.circulation',
    title: { de: 'Einen Beschluss im Umlauf fassen', en: 'Resolve something by circulation' },
    examples: {
      de: ['Umlaufbeschluss', 'Umlaufbeschluss Logo: Der Beirat stimmt dem Entwurf zu.'],
      en: ['Circular resolution', 'Circular resolution Logo: The board agrees to the draft.'],
    },
    match: (typed) => starting.test(typed),
    inMenu: false,
    handle: (turn) => withRefusal(turn, () => typedStart(desk, turn)),
  },
  {
    id: 'beirat.circulations',
    title: { de: 'Ihre Umlaufbeschlüsse', en: 'Your circular resolutions' },
    examples: { de: ['Umlaufbeschlüsse'], en: ['Circular resolutions'] },
    match: command(
      'umlaufbeschlüsse',
      'meine umlaufbeschlüsse',
      'circular resolutions',
      'my circular resolutions',
    ),
    inMenu: false,
    handle: (turn) => circulationsReply(desk, turn),
  },
  {
    id: 'beirat.circulation-act',
    title: { de: 'Im Umlauf abstimmen', en: 'Vote by circulation' },
    examples: {
      de: [
        'U-2026/1',
        'U-2026/1 ja',
        'U-2026/1 Enthaltung',
        'U-2026/1 freigeben',
        'U-2026/1 widersprechen: Bitte in der Sitzung',
      ],
      en: [
        'U-2026-1',
        'U-2026/1 yes',
        'U-2026/1 abstain',
        'U-2026/1 approve',
        'U-2026/1 object: Please in the meeting',
      ],
    },
    match: (typed) => {
      const found = readNumber('U', typed);
      return found !== undefined && readCirculationCommand(found.rest) !== undefined;
    },
    inMenu: false,
    handle: (turn) => withRefusal(turn, () => typedAct(desk, turn)),
  },
];

async function typedStart(desk: CirculationDesk, turn: TextTurn): Promise<Reply> {
  const { title = '', wording = '' } = starting.exec(turn.text)?.groups ?? {};
  if (!title) return openCirculationForm(desk, turn);
  const { days } = contextAt(desk, turn.at).rules.circulation;
  // The same message delivered twice makes one draft.
  const form = desk.digest(JSON.stringify(['circulation', turn.id, turn.actor.id, turn.text])).slice(0, 40);
  const written = { title: title.trim(), wording: wording.trim().slice(0, 2000), days };
  return newCirculation(desk, turn, form, written);
}

async function typedAct(desk: CirculationDesk, typed: TextTurn): Promise<Reply> {
  const { id = '', rest = '' } = readNumber('U', typed.text) ?? {};
  const wanted = readCirculationCommand(rest);
  if (!wanted || wanted.kind === 'show') return show(desk, typed, id);
  if (wanted.kind === 'wordy') throw onlyTheWord();
  if (wanted.kind === 'edit') return openCirculationForm(desk, typed, id);
  return act(desk, { ...typed, language: wanted.language }, id, wanted.act);
}

const Pressed = z.object({ id: text, draft: number, note: text, reason: text, objection: text });
type Pressed = z.infer<typeof Pressed>;

const officeActs: Readonly<Record<string, (pressed: Pressed) => CirculationAct>> = {
  'beirat.circulation-submit': ({ draft }) => ({ kind: 'submit', draft }),
  'beirat.circulation-recall': ({ draft }) => ({ kind: 'recall', draft }),
  'beirat.circulation-approve': ({ draft }) => ({ kind: 'approve', draft }),
  'beirat.circulation-wish': ({ draft, note }) => ({ kind: 'wish', draft, note: note.slice(0, 1000) }),
  'beirat.circulation-withdraw': ({ reason }) => ({ kind: 'withdraw', reason: reason.slice(0, 500) }),
};
const memberActs: Readonly<Record<string, (pressed: Pressed) => CirculationAct>> = {
  'beirat.circulation-yes': () => ({ kind: 'vote', vote: 'yes', via: 'teams' }),
  'beirat.circulation-no': () => ({ kind: 'vote', vote: 'no', via: 'teams' }),
  'beirat.circulation-abstain': () => ({ kind: 'vote', vote: 'abstain', via: 'teams' }),
  'beirat.circulation-object': ({ objection }) => ({ kind: 'object', text: objection.slice(0, 1000) }),
};

export function circulationActions(desk: CirculationDesk): readonly Action[] {
  const acting = (acts: typeof officeActs, asMember: boolean): readonly Action[] =>
    Object.entries(acts).map(([verb, make]) => ({
      verb,
      handle: async (turn) => {
        const pressed = readPressed(turn);
        return inPlace(await act(desk, turn, pressed.id, make(pressed), asMember));
      },
    }));
  return [
    ...acting(officeActs, false),
    ...acting(memberActs, true),
    {
      verb: 'beirat.circulation-show',
      handle: async (turn) => inPlace(await show(desk, turn, readPressed(turn).id)),
    },
    {
      verb: 'beirat.circulation-vote-show',
      handle: async (turn) => inPlace(await show(desk, turn, readPressed(turn).id, true)),
    },
    { verb: 'beirat.circulation-new', handle: (turn) => openCirculationForm(desk, turn) },
    { verb: 'beirat.circulation-open', handle: (turn) => show(desk, turn, readPressed(turn).id) },
    { verb: 'beirat.circulation-ballot', handle: (turn) => show(desk, turn, readPressed(turn).id, true) },
    {
      verb: 'beirat.circulation-edit',
      handle: (turn) => openCirculationForm(desk, turn, readPressed(turn).id),
    },
    {
      verb: 'beirat.circulation-save',
      handle: async (turn) => inPlace(await saveCirculation(desk, turn, turn.data)),
    },
  ];
}

const readPressed = (turn: ActionTurn): Pressed => Pressed.parse(turn.data);

async function show(desk: CirculationDesk, turn: Turn, id: string, asMember = false): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const circulation = await visibleCirculation(desk, id, viewer.id, turn.at);
  return circulationCard(circulation, viewer, contextAt(desk, turn.at), { asMember });
}

/** Does it and shows the circulation; what cannot be done is said on it, and what was typed stays. */
async function act(
  desk: CirculationDesk,
  turn: Turn,
  id: string,
  wanted: CirculationAct,
  asMember = wanted.kind === 'vote' || wanted.kind === 'object',
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  const before = await visibleCirculation(desk, id, viewer.id, turn.at);
  try {
    const circulation = await actOnCirculation(desk, viewer, id, wanted, turn.at);
    return circulationCard(circulation, viewer, context, { asMember });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const current = (await desk.circulations.get(id)) ?? before;
    const typed = wordsOf(wanted);
    return circulationCard(current, viewer, context, { remark: error.text[turn.language], typed, asMember });
  }
}

const wordsOf = (wanted: CirculationAct): string =>
  wanted.kind === 'wish'
    ? wanted.note
    : wanted.kind === 'withdraw'
      ? wanted.reason
      : wanted.kind === 'object'
        ? wanted.text
        : '';
