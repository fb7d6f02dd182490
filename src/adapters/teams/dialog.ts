/*
 * Long forms open in a dialog where the client has them. Whether they do is the channel's matter: features and cards know
 * buttons only, and a client without dialogs sends the same button as a message, which is answered with the form as a card.
 */

type Part = { readonly [name: string]: unknown };

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes every part of a card, from the outside to the inside; what it gives is not looked into again. */
function eachPart(part: unknown, change: (part: Part) => Part | undefined): unknown {
  if (Array.isArray(part)) return part.map((one) => eachPart(one, change));
  if (!isPart(part)) return part;
  return (
    change(part) ??
    Object.fromEntries(Object.entries(part).map(([name, value]) => [name, eachPart(value, change)]))
  );
}

/** What says the same as an `Action.Execute` where that is unknown. */
const submitOf = ({ type, fallback }: Part): Part | undefined =>
  type === 'Action.Execute' && isPart(fallback) ? fallback : undefined;

/** Dialogs know no `Action.Execute`: its fallback says the same, with the verb in the data. */
export const forDialog = (card: unknown): unknown => eachPart(card, submitOf);

/** A card whose buttons with these verbs ask Teams for a dialog. */
export function openingDialogs(card: object, verbs: ReadonlySet<string>): object {
  if (verbs.size === 0) return card;
  const opening = (part: Part): Part | undefined => {
    const submit = typeof part.verb === 'string' && verbs.has(part.verb) ? submitOf(part) : undefined;
    return (
      submit && {
        ...submit,
        data: { ...(isPart(submit.data) ? submit.data : {}), msteams: { type: 'task/fetch' } },
      }
    );
  };
  return eachPart(card, opening) as object;
}
