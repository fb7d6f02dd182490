import { z } from 'zod';
import type { Action, Intent } from '../../../core/feature.ts';
import { AlreadyExists } from '../../../core/ports/store.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { topicName, topics } from '../topics.ts';
import {
  type LetterDesk,
  type LetterWish,
  letterWish,
  nextMonday,
  type Subscription,
} from './subscription.ts';

/** Card `ideas/letter-settings`. */
export type LetterSettingsView = {
  readonly roles: readonly [];
  readonly on: boolean;
  readonly state: string;
  readonly field?: string | undefined;
  readonly topics: readonly { readonly title: string; readonly value: string }[];
  /** Ids of the chosen topics, separated by commas. */
  readonly chosen: string;
  readonly unit: string;
  readonly save: string;
};

export const letterIntent = (desk: LetterDesk): Intent => ({
  id: 'ideas.letter',
  inMenu: false,
  title: { de: 'Wöchentlicher Ideenbrief', en: 'Weekly idea letter' },
  examples: {
    de: ['Ideenbrief', 'Ideenbrief an', 'Ideenbrief an zu KI, Verkehr', 'Ideenbrief aus'],
    en: ['Idea letter', 'Idea letter on', 'Idea letter on about AI, traffic', 'Idea letter off'],
  },
  acts: (text) => letterWish(text)?.on !== undefined,
  match: (text) => letterWish(text) !== undefined,
  async handle(turn) {
    const { language, ...wish } = letterWish(turn.text) ?? {};
    return set(desk, { ...turn, language: language ?? turn.language }, wish);
  },
});

const Pressed = z.object({ topics: z.string().max(400).catch(''), unit: z.string().max(10).catch('false') });

export function letterActions(desk: LetterDesk): readonly Action[] {
  return [
    { verb: 'ideas.letter', handle: (turn) => set(desk, turn, {}) },
    {
      verb: 'ideas.letter-on',
      async handle(turn) {
        const pressed = Pressed.parse(turn.data);
        const chosen = pressed.topics.split(',').filter((id) => topics.some((topic) => topic.id === id));
        return inPlace(await set(desk, turn, { on: true, topics: chosen, unit: pressed.unit === 'true' }));
      },
    },
    {
      verb: 'ideas.letter-off',
      handle: async (turn) => inPlace(await set(desk, turn, { on: false })),
    },
  ];
}

/** Changes what is wanted, if anything is, and shows it. */
async function set(desk: LetterDesk, turn: Turn, wish: Omit<LetterWish, 'language'>): Promise<Reply> {
  const viewer = desk.ideas.viewerOf(turn);
  if (wish.on === undefined)
    return settingsReply(await desk.subscriptions.get(viewer.id), turn.language, desk);
  const known = await desk.subscriptions.get(viewer.id);
  const now = subscribed(known, { ...wish, on: wish.on }, viewer, turn.at);
  return settingsReply(await written(desk, now), turn.language, desk);
}

function subscribed(
  known: Subscription | undefined,
  { on, topics: chosen, unit }: LetterWish & { readonly on: boolean },
  viewer: { readonly id: string; readonly unit?: string | undefined },
  at: string,
): Omit<Subscription, 'version'> {
  const wantsUnit = unit ?? true;
  return {
    id: viewer.id,
    topics: [...(chosen ?? known?.topics ?? [])],
    ...(wantsUnit && viewer.unit ? { unit: viewer.unit } : {}),
    changedAt: at,
    ...(on ? { dueAt: nextMonday(at) } : {}),
  };
}

async function written(
  { subscriptions }: LetterDesk,
  doc: Omit<Subscription, 'version'>,
): Promise<Subscription> {
  try {
    return await subscriptions.add(doc);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return (await subscriptions.change(doc.id, () => ({ doc }))).doc;
  }
}

function settingsReply(
  known: Subscription | undefined,
  language: Language,
  { directory }: LetterDesk,
): Reply {
  const on = known?.dueAt !== undefined;
  const names = (known?.topics ?? []).map((id) => topicName(id)[language]);
  const office = known?.unit ? [directory.unitLabel(known.unit, language)] : [];
  const view: LetterSettingsView = {
    roles: [],
    on,
    state: (on ? wanted : notWanted)[language],
    field: on ? fieldText(names, office, language) : undefined,
    topics: topics.map(({ id, name }) => ({ title: name[language], value: id })),
    chosen: (known?.topics ?? []).join(','),
    unit: String(!known || known.unit !== undefined),
    save: (on ? change : order)[language],
  };
  return { card: 'ideas/letter-settings', data: view, summary: view.state, language };
}

function fieldText(names: readonly string[], office: readonly string[], language: Language): string {
  if (names.length === 0) return wordsIn(language)('Ihr Feld: alle Themen', 'Your field: all topics');
  const all = [...names, ...office].join(', ');
  return wordsIn(language)(`Ihr Feld: ${all}`, `Your field: ${all}`);
}

const wanted = { de: '✓ Sie bekommen den Ideenbrief.', en: '✓ You get the idea letter.' };
const notWanted = { de: '– Sie bekommen den Ideenbrief nicht.', en: '– You do not get the idea letter.' };
const order = { de: 'Bestellen', en: 'Subscribe' };
const change = { de: 'Änderung speichern', en: 'Save change' };
