import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../core/reply.ts';
import type { Language } from '../../core/text.ts';
import { type Bind, compileCard } from './compile.ts';
import { asPlain } from './escape.ts';
import type { Condition, Mode } from './piece.ts';
import { isRecord } from './scope.ts';

/** A finished card, ready to be sent. */
export type AdaptiveCardJson = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: Language;
  /** What clients show that cannot draw cards. */
  readonly fallbackText: string;
  readonly body: readonly unknown[];
  readonly actions?: readonly unknown[];
};

/** What a file of `cards/` holds; everything else of a card is the same for all and added here. */
type Template = { readonly body: readonly unknown[]; readonly actions?: readonly unknown[] };

export type CardRenderer = (reply: Reply) => AdaptiveCardJson;

export type RenderOptions = {
  /** Reads the file again for every card, so that a designer sees changes without a restart. */
  readonly reread?: boolean;
  /** Refuses a name in a template that the view did not return; see `Mode`. For tests. */
  readonly strict?: boolean;
  /** Hears of every condition of every card that is drawn. For tests. */
  readonly onCondition?: (card: string, condition: Condition) => void;
};

/**
 * Reads every template of the folder and returns what turns replies into cards.
 * @throws Error naming the file that is not a template.
 */
export function createCardRenderer(folder: string, options: RenderOptions = {}): CardRenderer {
  const cards = new Map(cardNames(folder).map((name) => [name, readCard(folder, name, options)]));
  return (reply) => {
    const known = cards.get(reply.card);
    if (!known) throw new Error(`there is no card "${reply.card}" in ${folder}`);
    const card = options.reread ? readCard(folder, reply.card, options) : known;
    const bound = card[reply.language](reply.data);
    return {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: reply.language,
      fallbackText: asPlain(reply.summary),
      ...(bound as Template),
    };
  };
}

/** Names of all cards below the folder, `directory/answer`. */
export function cardNames(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length).replaceAll('\\', '/'))
    .sort();
}

/** What fills a card, by language. */
type Card = Readonly<Record<Language, Bind>>;

function readCard(folder: string, name: string, { strict, onCondition }: RenderOptions): Card {
  const template = readTemplate(folder, name);
  const mode: Mode = { strict, onCondition: onCondition && ((condition) => onCondition(name, condition)) };
  return {
    de: compileCard(template, 'de', name, mode),
    en: compileCard(template, 'en', name, mode),
  };
}

function readTemplate(folder: string, name: string): Template {
  const file = join(folder, `${name}.json`);
  const template = parse(file);
  if (!isRecord(template) || !Array.isArray(template.body)) {
    throw new Error(`${file}: a card needs a "body", a list of elements`);
  }
  return completeActions(template) as Template;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/**
 * Gives every Action.Execute the verb and the language in its data, and the same as an Action.Submit for clients
 * that do not know it: so a template cannot forget it.
 */
function completeActions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(completeActions);
  if (!isRecord(node)) return node;
  const complete = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, completeActions(value)]),
  );
  if (node.type !== 'Action.Execute') return complete;
  const data = { ...(isRecord(node.data) ? node.data : {}), verb: node.verb, lang: { de: 'de', en: 'en' } };
  const { verb: _verb, $when: _when, $each: _each, ...rest } = complete;
  return { ...complete, data, fallback: { ...rest, type: 'Action.Submit', data } };
}
