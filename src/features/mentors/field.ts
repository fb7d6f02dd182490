import { z } from 'zod';

const Wording = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });

/** A field of experience, as people keep it in `data/mentor-fields.yaml`. */
export const Field = z.strictObject({
  /** Stands in the profiles: never changed, never used for something else. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  name: Wording,
  /** What people call it in either language; several words in a row are one expression. */
  words: z.array(z.string().min(2)).min(1),
});
export type Field = z.infer<typeof Field>;

export const Fields = z
  .array(Field)
  .min(1)
  // The card offers them all.
  .max(30)
  .refine((fields) => new Set(fields.map(({ id }) => id)).size === fields.length, 'an id stands here twice');
