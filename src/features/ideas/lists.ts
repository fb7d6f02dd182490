import { forEverybody, isPrivate } from '../../core/audience.ts';
import { command } from '../../core/command.ts';
import type { Action, Intent } from '../../core/feature.ts';
import type { Reply } from '../../core/reply.ts';
import { type Language, type Text, wordsIn } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Ideas } from './context.ts';
import { outcomeWords, stateWords, supported } from './labels.ts';
import { type Idea, isOver } from './model.ts';
import { maySee } from './policy.ts';
import { foundIdeas } from './search/similar.ts';
import { topicName, topicNamed } from './topics.ts';

/** Card `ideas/list`. */
export type ListView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly empty?: string | undefined;
  readonly items: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly more?: string | undefined;
  /** Offers the person's own ideas and letter too. */
  readonly own: boolean;
};

/** All ideas (about something), those of the person who asks, or those that wait for that person. */
export type ListKind = {
  readonly kind: 'all' | 'mine' | 'waiting';
  readonly about?: string | undefined;
};

const most = 10;

const all = command('ideen', 'alle ideen', 'ideenliste', 'ideas', 'all ideas', 'list of ideas');
const about =
  /^\s*(?:ideen (?:zu|zum|zur|über|für)|ideas (?:about|on|for))\s+(?<about>[^?!]{2,60}?)\s*[?!.]*\s*$/i;

/** What people type to find ideas. */
export const listIntents = (ideas: Ideas): readonly Intent[] => [
  {
    id: 'ideas.list',
    anywhere: true,
    inMenu: false,
    title: { de: 'Ideen ansehen und unterstützen', en: 'Look at ideas and support them' },
    examples: { de: ['Ideen', 'Ideen zu KI'], en: ['Ideas', 'Ideas about AI'] },
    match: (text) => all(text) || about.test(text),
    handle: (turn) => {
      const wanted = about.exec(turn.text)?.groups?.about;
      return listReply(ideas, turn, { kind: 'all', ...(wanted ? { about: wanted } : {}) });
    },
  },
  {
    id: 'ideas.mine',
    inMenu: false,
    title: { de: 'Ihre Ideen und ihr Stand', en: 'Your ideas and where they stand' },
    examples: { de: ['Meine Ideen'], en: ['My ideas'] },
    match: command('meine ideen', 'meine idee', 'my ideas', 'my idea'),
    handle: (turn) => listReply(ideas, turn, { kind: 'mine' }),
  },
  {
    id: 'ideas.waiting',
    inMenu: false,
    title: { de: 'Ideen, die auf Sie warten', en: 'Ideas that wait for you' },
    examples: { de: ['Offene Ideen'], en: ['Open ideas'] },
    match: command(
      'offene ideen',
      'ideen prüfen',
      'ideen bewerten',
      'open ideas',
      'review ideas',
      'score ideas',
    ),
    handle: (turn) => listReply(ideas, turn, { kind: 'waiting' }),
  },
];

export const listActions = (ideas: Ideas): readonly Action[] => [
  { verb: 'ideas.list', anywhere: true, handle: (turn) => listReply(ideas, turn, { kind: 'all' }) },
  { verb: 'ideas.mine', handle: (turn) => listReply(ideas, turn, { kind: 'mine' }) },
];

/** Ideas as a list: open ones first, those that many want before others, then the newest. */
export async function listReply(ideas: Ideas, turn: Turn, wanted: ListKind): Promise<Reply> {
  const { language } = turn;
  const found = await ideasFor(ideas, turn, wanted);
  const left = found.length - most;
  const view: ListView = {
    roles: [],
    title: titleOf(wanted)[language],
    empty: found.length === 0 ? nothing[wanted.about ? 'about' : wanted.kind][language] : undefined,
    items: found.slice(0, most).map((idea) => ({
      id: idea.id,
      title: `${idea.id} · ${idea.title}`,
      text: lineOf(idea, language),
    })),
    more: left > 0 ? furtherOnes(left)[language] : undefined,
    own: isPrivate(turn),
  };
  const reply = { card: 'ideas/list', data: view, summary: `${view.title}: ${found.length}`, language };
  return wanted.kind === 'all' ? forEverybody(reply) : reply;
}

async function ideasFor(
  { collection, viewerOf, contextAt }: Ideas,
  turn: Turn,
  wanted: ListKind,
): Promise<readonly Idea[]> {
  const { id } = viewerOf(turn);
  if (wanted.kind === 'mine')
    return [...(await collection.list({ where: { submittedBy: id } }))].sort(inOrder);
  if (wanted.kind === 'waiting')
    return [...(await collection.list({ contains: { waitsFor: id } }))].sort(inOrder);
  const context = contextAt(turn.at);
  const all = (await collection.list()).filter(
    (idea) => idea.state !== 'duplicate' && idea.state !== 'withdrawn' && maySee(idea, id, context),
  );
  if (!wanted.about) return all.sort(inOrder);
  const topic = topicNamed(wanted.about);
  const named = new Set(foundIdeas(wanted.about, all).map((idea) => idea.id));
  return all.filter((idea) => idea.topic === topic || named.has(idea.id)).sort(inOrder);
}

const inOrder = (a: Idea, b: Idea): number =>
  Number(isOver(a)) - Number(isOver(b)) ||
  b.supporters.length - a.supporters.length ||
  b.createdAt.localeCompare(a.createdAt) ||
  b.id.localeCompare(a.id);

export function lineOf(idea: Idea, language: Language): string {
  if (idea.duplicateOf) {
    // Who supports it supports the other one now.
    const into = wordsIn(language)(`mit ${idea.duplicateOf}`, `with ${idea.duplicateOf}`);
    return `${stateWords[idea.state][language]} ${into} · ${topicName(idea.topic)[language]}`;
  }
  const result = idea.evaluation ? `: ${outcomeWords[idea.evaluation.outcome][language]}` : '';
  const state = `${stateWords[idea.state][language]}${result}`;
  const request = idea.request ? [idea.request.id] : [];
  const support = idea.supporters.length > 0 ? [supported(idea, language)] : [];
  return [state, ...request, topicName(idea.topic)[language], ...support].join(' · ');
}

const titleOf = (wanted: ListKind): Text => {
  if (wanted.kind === 'mine') return { de: 'Ihre Ideen', en: 'Your ideas' };
  if (wanted.kind === 'waiting') return { de: 'Ideen, die auf Sie warten', en: 'Ideas that wait for you' };
  if (!wanted.about) return { de: 'Ideen', en: 'Ideas' };
  const topic = topicNamed(wanted.about);
  const about = topic ? topicName(topic) : { de: wanted.about, en: wanted.about };
  return { de: `Ideen zu: ${about.de}`, en: `Ideas about: ${about.en}` };
};

const nothing: Readonly<Record<ListKind['kind'] | 'about', Text>> = {
  all: {
    de: 'Es gibt noch keine Idee. Haben Sie eine?',
    en: 'There is no idea yet. Do you have one?',
  },
  about: {
    de: 'Dazu gibt es noch keine Idee. Haben Sie eine?',
    en: 'There is no idea about that yet. Do you have one?',
  },
  mine: {
    de: 'Sie haben noch keine Idee eingereicht. „Idee“ öffnet das Formular.',
    en: 'You have not submitted an idea yet. “Idea” opens the form.',
  },
  waiting: { de: 'Zurzeit wartet keine Idee auf Sie.', en: 'No idea is waiting for you.' },
};

const furtherOnes = (count: number): Text => ({
  de: `${count} weitere. „Ideen zu …“ zeigt, was Sie suchen.`,
  en: `${count} more. “Ideas about …” shows what you look for.`,
});
