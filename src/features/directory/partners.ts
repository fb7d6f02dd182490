import { z } from 'zod';
import { tokenise } from '../../language/words.ts';

const Wording = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });

/** A body outside the role model, as people keep it in `data/partners.yaml`. */
export const Partner = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  name: Wording,
  /** What it is for. */
  matters: Wording,
  /** What people call it, in either language; not what it deals with. */
  words: z.array(z.string().min(2)).min(1),
  /** Who of the directory speaks for it; without anybody 10.50 enters what it says. */
  people: z.array(z.string().min(1)).optional(),
  /** These people may read requests, budgets and the history of the directory, and do nothing there. */
  reads: z.literal('files').optional(),
  /** With `reads`: also what the Beirat deals with behind closed doors. */
  readsClosed: z.boolean().optional(),
});
export type Partner = z.infer<typeof Partner>;

export const Partners = z
  .array(Partner)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands here twice');

/** The bodies that a text names, in the order of the list. */
export function partnersNamed(text: string, partners: readonly Partner[]): readonly Partner[] {
  const said = stemsOf(text);
  return partners.filter((partner) => saidAs(partner).some((word) => said.includes(word)));
}

/** The stems of a text, each between blanks, so that whole words are compared. */
const stemsOf = (text: string): string =>
  ` ${tokenise(text)
    .map(({ stem }) => stem)
    .join(' ')} `;

/** Read once for each body, not at every question. */
const read = new WeakMap<Partner, readonly string[]>();

function saidAs(partner: Partner): readonly string[] {
  const known = read.get(partner) ?? partner.words.map(stemsOf);
  read.set(partner, known);
  return known;
}
