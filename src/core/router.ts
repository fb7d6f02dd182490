import { isTyped } from './command.ts';
import { answerInsteadOfActing } from './edited.ts';
import type { Action, Feature, Intent } from './feature.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { TextTurn, Turn } from './turn.ts';

export type Router = (turn: Turn) => Promise<Reply>;

/**
 * Decides who answers a turn: the one intent that matches the text, the action of the verb, or the feature
 * that takes what nobody claimed.
 * @throws Error at construction when a verb or an intent id exists twice or a default is missing or ambiguous.
 */
export function createRouter(features: readonly Feature[]): Router {
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

  const route: Router = async (turn) => {
    switch (turn.kind) {
      case 'text': {
        const intent = matching(intents, turn.text);
        const instead = await answerInsteadOfActing(turn, intent, route);
        if (instead) return instead;
        return intent ? intent.handle(inItsLanguage(intent, turn)) : otherwise.handle(turn);
      }
      case 'action':
        return knownAction(actions, turn.verb).handle(turn);
      case 'install':
        return welcome(turn);
      default:
        return turn satisfies never;
    }
  };
  return route;
}

function matching(intents: ReadonlyMap<string, Intent>, text: string): Intent | undefined {
  const claims = [...intents.values()].filter((intent) => intent.match(text));
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
