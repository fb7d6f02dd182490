/** An element, action or any other object of a card. */
export type CardPart = Readonly<Record<string, unknown>>;

/** Every object of a card or template, the outermost first; what an action carries in `data` is not entered. */
export function partsOf(node: unknown): readonly CardPart[] {
  const found: CardPart[] = [];
  collect(node, found);
  return found;
}

/** One list for the whole card: tests look at tens of thousands of them. */
function collect(node: unknown, found: CardPart[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) collect(one, found);
    return;
  }
  const part = node as CardPart;
  found.push(part);
  for (const key in part) if (key !== 'data') collect(part[key], found);
}

/** The verbs that a card or template can send, sorted, each once. */
export function verbsIn(card: unknown): readonly string[] {
  const verbs = partsOf(card).flatMap((part) => (typeof part.verb === 'string' ? [part.verb] : []));
  return [...new Set(verbs)].sort();
}

/** The `data` of every action that carries something. */
export function actionDataIn(card: unknown): readonly CardPart[] {
  return partsOf(card).flatMap((part) =>
    String(part.type).startsWith('Action.') && part.data ? [part.data as CardPart] : [],
  );
}

/** What stands on a card, a line a text. */
export const textIn = (card: CardPart): string =>
  partsOf(card)
    .flatMap((part) => [part.text, part.title, part.value, part.label])
    .filter((text) => typeof text === 'string')
    .join('\n');

/** The fields that can be filled in. */
export const inputsOf = (card: unknown): readonly CardPart[] =>
  partsOf(card).filter(({ type }) => String(type).startsWith('Input.'));

/** The buttons and everything else that can be pressed to tell Lotse something. */
export const buttonsOf = (card: unknown): readonly CardPart[] =>
  partsOf(card).filter(({ type }) => type === 'Action.Execute');
