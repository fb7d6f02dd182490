import { hash } from 'node:crypto';
import type { TabAnswers } from '../adapters/web/tab-door.ts';
import type { Feature, Intent } from '../core/feature.ts';
import { Refusal } from '../core/refusal.ts';
import type { Shown } from '../core/shown.ts';
import type { Ask, Block, TabName, TabPart, TabVisit } from '../core/tab.ts';
import type { Language, Text } from '../core/text.ts';
import type { Turn } from '../core/turn.ts';
import type { SavedLanguage } from './their-language.ts';

/** Whose commands are offered on a tab. */
const subjects: Readonly<Record<TabName, readonly string[]>> = {
  roles: ['directory'],
  requests: ['requests'],
  board: ['beirat'],
  steering: ['requests', 'ideas'],
  care: ['directory', 'mentors', 'notices', 'care'],
};

export type Known = {
  readonly savedBy?: SavedLanguage | undefined;
  /** Address of the chat with Lotse. */
  readonly chat?: string | undefined;
};

/** What stands on the tabs, from the features; and what is said there goes to the router like everything else. */
export function createTabAnswers(
  features: readonly Feature[],
  answer: (turn: Turn) => Promise<Shown>,
  { savedBy = async () => undefined, chat }: Known = {},
): TabAnswers {
  const parts = features
    .flatMap(({ tabs = [] }) => tabs)
    .toSorted((a, b) => (a.order ?? 10) - (b.order ?? 10));
  const door = features.flatMap(({ fileDoor = [] }) => fileDoor)[0];
  const of = (tab: TabName): readonly TabPart[] => parts.filter((part) => part.tab === tab);
  const examplesOf = async (tab: TabName, visit: TabVisit) => {
    const intents = features
      .filter(({ id }) => subjects[tab].includes(id))
      .flatMap(({ intents: own, otherwise }) => [...(otherwise ? [otherwise] : []), ...own]);
    const turn = turnOf({ text: '' }, visit, 'examples');
    const useful = await Promise.all(intents.map(({ usefulTo }) => usefulTo?.(turn) ?? true));
    return intents.filter((_, at) => useful[at]).flatMap((intent) => exampleOf(intent, visit.language));
  };
  return {
    languageOf: async (actor, asked) => (await savedBy(actor)) ?? asked,
    async page(tab, visit) {
      const shown = (await Promise.all(of(tab).map(({ show }) => show(visit)))).flat();
      const blocks = shown.length > 0 ? shown : [notForYou(tab, visit.language)];
      return {
        tab,
        language: visit.language,
        person: visit.actor.name,
        blocks,
        examples: await examplesOf(tab, visit),
        ...(chat ? { chat } : {}),
        at: visit.at,
        state: stateOf(blocks),
      };
    },
    async detail(tab, id, visit) {
      const shown = await Promise.all(of(tab).map(({ detail }) => detail?.(visit, id) ?? []));
      return shown.flat();
    },
    say: (ask, visit, turnId) => answer(turnOf(ask, visit, turnId)),
    file: async (visit, id, file) => door?.read(visit, id, file),
    async upload(visit, id, sent) {
      try {
        if (!door) throw noFiles();
        return await door.add(visit, id, sent);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { isKept: false, said: error.text[visit.language] };
      }
    },
  };
}

const stateOf = (blocks: readonly Block[]): string =>
  hash('sha256', JSON.stringify(blocks), 'base64url').slice(0, 22);

const noFiles = () =>
  new Refusal('no-files-here', {
    de: 'Dateien werden hier nicht angenommen.',
    en: 'Files are not taken here.',
  });

/** The same for everybody who has no business here. */
const notForYou = (tab: TabName, language: Language): Block => ({
  kind: 'note',
  tone: 'hint',
  text: (nothing[tab] ?? nothing.others)[language],
});

const nothing: Readonly<Record<string, Text>> & { readonly others: Text } = {
  steering: {
    de: 'Die Steuerung sehen das Strategische IT-Management (10.50), der Digitallotse Wirtschaft und der Stadtvorstand. Ihre eigenen Anträge stehen unter „Anträge“.',
    en: 'Steering is for Strategic IT Management (10.50), the Digitallotse Wirtschaft and the Executive Board. Your own requests are under “Requests”.',
  },
  care: {
    de: 'Das Verzeichnis pflegt das Strategische IT-Management (10.50), die Regeln des Beirats der Digitallotse Wirtschaft. Fällt Ihnen ein Fehler auf, schreiben Sie es oben in einem Satz.',
    en: 'Strategic IT Management (10.50) keeps the directory, the Digitallotse Wirtschaft the rules of the board. If you notice a mistake, write it above in one sentence.',
  },
  others: {
    de: 'Hier ist für Sie zurzeit nichts zu sehen.',
    en: 'There is nothing here for you at present.',
  },
};

/** What is typed behind a number says nothing without one. */
const exampleOf = (
  { title, examples, letter }: Pick<Intent, 'title' | 'examples' | 'letter'>,
  language: Language,
) => {
  const [text] = examples[language];
  return letter || text === undefined ? [] : [{ title: title[language], text }];
};

/** A tab is as private as the chat with Lotse, and has a conversation of its own. */
function turnOf(ask: Ask, { actor, language, at }: TabVisit, id: string): Turn {
  const base = {
    id,
    actor,
    scope: 'personal',
    conversationId: `tab:${actor.id}`,
    language,
    locale: language,
    at,
  } as const;
  return 'text' in ask
    ? { ...base, kind: 'text', text: ask.text, edited: false }
    : { ...base, kind: 'action', verb: ask.verb, data: ask.data };
}
