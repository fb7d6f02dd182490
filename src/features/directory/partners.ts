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
});
export type Partner = z.infer<typeof Partner>;

export const Partners = z
  .array(Partner)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands here twice');

/** The bodies that a text names, in the order of the list. */
export function partnersNamed(text: string, partners: readonly Partner[]): readonly Partner[] {
  const said = stems(text);
  return partners.filter(({ words }) => stemsOf(words).some((word) => said.includes(word)));
}

const stems = (text: string): string =>
  ` ${tokenise(text)
    .map(({ stem }) => stem)
    .join(' ')} `;

/** The list is the same for many questions. */
const known = new WeakMap<readonly string[], readonly string[]>();
function stemsOf(words: readonly string[]): readonly string[] {
  const before = known.get(words);
  if (before) return before;
  const made = words.map(stems);
  known.set(words, made);
  return made;
}
