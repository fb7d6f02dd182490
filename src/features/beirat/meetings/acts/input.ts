import { z } from 'zod';

/*
 * What doors bring to acts. Everything arrives as text on some clients, and a field that was left alone may be missing:
 * what cannot be read is as good as not said.
 */

export const text = z.string().max(4000).catch('');
/** The draft, issue or record that a card was drawn for. Without one (typed words) the present one is meant. */
export const stamp = z.coerce.number().int().optional().catch(undefined);
/** Codes of what was said against it and seen: see `speaksAgainst`. */
export const codes = text.transform((written) => written.split(/\s+/).filter(Boolean));
export const number = z.coerce.number().int().min(0).optional().catch(undefined);
