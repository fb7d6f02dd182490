import type { IncomingMessage } from 'node:http';
import type { Form } from '../../core/ports/pages.ts';
import { type BadBody, bad, cutOff, readAtMost } from './read-body.ts';

/** Largest form in bytes: room for some pages of text. */
export const formLimit = 64 * 1024;
export const mostFields = 200;

/** Reads what a form without JavaScript sends. */
export async function readForm(request: IncomingMessage): Promise<{ form: Form } | BadBody> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    return bad(415, 'not-a-form', 'Send a form with "content-type: application/x-www-form-urlencoded".');
  }
  if (request.headers['content-encoding'] !== undefined) {
    return bad(415, 'encoded', 'Send the body without content-encoding.');
  }
  const bytes = await readAtMost(request, formLimit);
  if (bytes === 'cut-off') return cutOff;
  if (bytes === 'too-much') return bad(413, 'too-large', `The form is larger than ${formLimit} bytes.`);
  const entries = [...new URLSearchParams(bytes.toString('utf8'))];
  if (entries.length > mostFields) return bad(413, 'too-many-fields', 'The form has too many fields.');
  return { form: formOf(entries) };
}

/** The first of each name counts; reversed, because the last one would win. */
export const formOf = (entries: readonly (readonly [string, string])[]): Form =>
  Object.fromEntries(entries.toReversed().map(([name, value]) => [name, plain(value)]));

/** Browsers send line breaks as two characters; no other control character has a place in a text. */
const plain = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
