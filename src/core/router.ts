import { inPrivate, keepingPrivate } from './audience.ts';
import { isTyped } from './command.ts';
import { doesSomething, editedDoesNotAct, instead } from './edited.ts';
import type { Action, Feature, Intent } from './feature.ts';
import { moodOf, withoutReason } from './mood.ts';
import { type Order, orderIn } from './order.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { TextTurn, Turn } from './turn.ts';

export type Router = (turn: Turn) => Promise<Reply>;

/**
 * Decides who answers a turn: the one intent that matches the text, the action of the verb, or the feature
 * that takes what nobody claimed.
 * @throws Error at construction when a verb or an intent id exists twice or a default is missing or ambiguous.
 */
export function createRouter(all: readonly Feature[]): Router {
  const features = all.map(keepingPrivate);
  const intents = unique(
    features.flatMap((feature) => feature.intents),
    (intent) => intent.id,
  );
  const actions = unique(
    features.flatMap((feature) => feature.actions),
    (action) => action.verb,
  );
  const otherwise = theOne(features, 'otherwise');
  const welcome = theOne(features, 'welcome');

  const receives = features.flatMap((feature) => feature.receives ?? []);
  if (receives.length > 1) throw new Error('several features take files');

  async function written(turn: TextTurn): Promise<Reply> {
    const found = meant(intents, turn);
    if (!found) return otherwise.handle(turn);
    const reply = await found.intent.handle(inItsLanguage(found.intent, { ...turn, text: found.text }));
    return found.isShown ? instead(reply) : reply;
  }

  /** What became of the files is said whatever the words come to, also to a no. */
  async function withFiles(turn: TextTurn): Promise<Reply> {
    const received = await receives[0]?.(turn);
    if (!received) return written(turn);
    if (turn.text === '') return received.reply;
    try {
      return { ...(await written(turn)), aside: received.aside[turn.language] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { text, code, link } = error;
      const { aside } = received;
      throw new Refusal(code, { de: `${aside.de} ${text.de}`, en: `${aside.en} ${text.en}` }, link);
    }
  }

  return async (turn) => {
    switch (turn.kind) {
      case 'text':
        return turn.files?.length ? withFiles(turn) : written(turn);
      case 'action':
        return knownAction(actions, turn.verb).handle(turn);
      case 'install':
        return welcome(turn);
      default:
        return turn satisfies never;
    }
  };
}

type Meant = {
  readonly intent: Intent;
  readonly text: string;
  /** The case is shown in place of what an edited message orders. */
  readonly isShown?: true;
};

/**
 * The intent of a text, and the text as it is meant. One that names a case, wherever in the sentence, is about that
 * case: what it orders is done, and anything else shows the case. A question never acts, and no edited message does.
 */
function meant(intents: ReadonlyMap<string, Intent>, turn: TextTurn): Meant | undefined {
  const { text, edited, onlyShows } = turn;
  const order = orderIn(text);
  if (onlyShows && order && order.words !== '' && order.mood === 'statement') throw inPrivate(turn);
  const acting = matching(intents, text);
  const orders = order?.words !== '' || (acting !== undefined && doesSomething(acting, text));
  const isAnew = edited && order !== undefined && orders;
  for (const wording of isAnew ? [order.label] : order ? wordingsOf(text, order) : [text]) {
    const intent = wording === text ? acting : matching(intents, wording);
    if (!intent) continue;
    if (!isAnew && doesSomething(intent, wording)) {
      if (onlyShows) throw inPrivate(turn);
      if (edited) throw editedDoesNotAct();
      if (moodOf(withoutReason(text)) === 'question') throw onlyAsked();
    }
    return { intent, text: wording, ...(isAnew ? { isShown: true } : {}) };
  }
  const intent = order && [...intents.values()].find(({ letter }) => letter === order.letter);
  return intent && { intent, text: isAnew ? order.label : text, ...(isAnew ? { isShown: true } : {}) };
}

/** Words with which a question may follow: it is what they bring over. */
const asking =
  /^(?:(?:rück)?fragen?|frage stellen|stellungnahme|antwort(?:en)?|einwendung|ask|question|opinion|answer|reply|objection)[\s:,]+\S/iu;

function wordingsOf(text: string, { label, words, mood }: Order): readonly string[] {
  const acts = mood === 'statement' || mood === 'negation' || asking.test(words);
  return [...(acts ? [text, `${label} ${words}`.trim()] : []), label];
}

const onlyAsked = () =>
  new Refusal('only-asked', {
    de: 'Ich habe nichts getan, denn das war eine Frage. Als Auftrag schreiben Sie es bitte ohne Fragezeichen.',
    en: 'I have done nothing, because this was a question. To have it done, please type it without the question mark.',
  });

function matching(intents: ReadonlyMap<string, Intent>, text: string): Intent | undefined {
  const claims = [...intents.values()].filter(({ letter, match }) => !letter && match(text));
  if (claims.length > 1) {
    throw new Error(`several intents claim the same text: ${claims.map((intent) => intent.id).join(', ')}`);
  }
  return claims[0];
}

/** A command of one word says little about its language; the examples of the intent know it. */
function inItsLanguage({ examples }: Intent, turn: TextTurn): TextTurn {
  const [german, english] = [isTyped(turn.text, examples.de), isTyped(turn.text, examples.en)];
  return german === english ? turn : { ...turn, language: english ? 'en' : 'de' };
}

function knownAction(actions: ReadonlyMap<string, Action>, verb: string): Action {
  const action = actions.get(verb);
  if (!action) {
    throw new Refusal('unknown-verb', {
      de: 'Diese Schaltfläche gehört zu einer Karte, die es nicht mehr gibt. Schreiben Sie bitte „Hilfe“.',
      en: 'This button belongs to a card that no longer exists. Please type “help”.',
    });
  }
  return action;
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const byKey = new Map<string, T>();
  for (const item of items) {
    if (byKey.has(keyOf(item))) throw new Error(`"${keyOf(item)}" is registered twice`);
    byKey.set(keyOf(item), item);
  }
  return byKey;
}

function theOne<K extends 'otherwise' | 'welcome'>(
  features: readonly Feature[],
  key: K,
): NonNullable<Feature[K]> {
  const found = features.flatMap((feature) => (feature[key] ? [feature[key]] : []));
  if (found.length !== 1) throw new Error(`exactly one feature must have "${key}", found ${found.length}`);
  return found[0] as NonNullable<Feature[K]>;
}
