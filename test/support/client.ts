import type { Reply } from '../../src/core/reply.ts';
import { buttonsOf, type CardPart, inputsOf } from './cards.ts';

/** What a Teams client does with the cards of a chat: finds buttons, sends the fields of the card along. */

export type Message = { readonly id: string; reply: Reply; card: CardPart };

/** What somebody filled in, by the id of the field. */
export type Filled = Readonly<Record<string, string>>;

/** Says which of several buttons with the same verb: a part of its data, or of its title. */
export type Which = Readonly<Record<string, unknown>> | string;

/** The newest message with that button, and the button. @throws Error when there is none */
export function findButton(messages: readonly Message[], verb: string, which: Which) {
  for (const message of messages.toReversed()) {
    const button = buttonsOf(message.card).find((part) => isButton(part, verb, which));
    if (button) return { message, button };
  }
  const last = messages.at(-1);
  const buttons = buttonsOf(last?.card).map((button) => `${button.verb} "${button.title}"`);
  const shown = last ? `${last.reply.card} "${last.reply.summary}" with ${buttons.join(', ')}` : 'nothing';
  throw new Error(`there is no button "${verb}" ${JSON.stringify(which)}; the newest card is ${shown}`);
}

function isButton(part: CardPart, verb: string, which: Which): boolean {
  if (part.verb !== verb) return false;
  if (typeof which === 'string') return String(part.title).includes(which);
  const data = part.data as Readonly<Record<string, unknown>>;
  return Object.entries(which).every(([key, value]) => JSON.stringify(data[key]) === JSON.stringify(value));
}

/**
 * Every field of the card, as it stands there or as it was filled in.
 * @throws Error for a field that the card does not have, and for a required one that is empty: a client sends neither
 */
export function fieldsOf(card: CardPart, filled: Filled): Filled {
  const inputs = inputsOf(card);
  const unknown = Object.keys(filled).filter((id) => !inputs.some((input) => input.id === id));
  if (unknown.length > 0) {
    throw new Error(`no field "${unknown.join(', ')}"; there is ${inputs.map(({ id }) => id).join(', ')}`);
  }
  return Object.fromEntries(
    inputs.map((input) => {
      const id = String(input.id);
      const empty = input.type === 'Input.Toggle' ? String(input.valueOff ?? 'false') : '';
      const value = filled[id] ?? String(input.value ?? empty);
      if (input.isRequired && value === '') throw new Error(`the field "${id}" must be filled in`);
      return [id, value];
    }),
  );
}

/** Every field for free text, filled to its limit. */
export const longest = (card: CardPart): Filled =>
  Object.fromEntries(
    inputsOf(card).flatMap(({ type, id, maxLength }) =>
      type === 'Input.Text' && typeof maxLength === 'number' && maxLength >= shortestText
        ? [[String(id), longText(maxLength)]]
        : [],
    ),
  );

/** Shorter fields are for numbers and days. */
const shortestText = 100;

/** With marks that are longer in JSON and Markdown than on paper. */
const sentence =
  'Die Sachbearbeitung braucht *dringend* „Grünflächen_2027“ & 1. Straßenverkehrsangelegenheiten. ';

export const longText = (length: number): string =>
  sentence
    .repeat(Math.ceil(length / sentence.length))
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length, '.');
